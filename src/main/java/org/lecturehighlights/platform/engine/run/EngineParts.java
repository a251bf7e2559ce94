package org.lecturehighlights.platform.engine.run;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Random;
import org.lecturehighlights.platform.engine.state.RetryPolicy;

/** What the engine takes from outside: time and chance. */
final class EngineParts {
  @Produces
  @Singleton
  RetryPolicy retryPolicy(EngineConfig config) {
    return new RetryPolicy(config.backoff(), config.retries(), new Random());
  }
}
