package org.lecturehighlights.platform.engine.run;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import org.lecturehighlights.platform.engine.state.AttemptDeadline;
import org.lecturehighlights.platform.engine.state.RetryPolicy;

/** Makes the engine's parts from its settings. */
final class EngineParts {
  @Produces
  @Singleton
  RetryPolicy retryPolicy(EngineConfig config, RandomGenerator random) {
    return RetryPolicy.of(config.backoff(), config.retries(), random);
  }

  @Produces
  @Singleton
  AttemptDeadline deadline(EngineConfig config) {
    return new AttemptDeadline(config.stageDeadlineMin(), config.stageDeadlineFactor());
  }
}
