package org.lecturehighlights.platform.engine.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.platform.engine.Lane;

/** The engine's settings. */
@ConfigMapping(prefix = "lecture.engine")
public interface EngineConfig {
  /** Threads of each lane; a lane that is not named has one. */
  Map<String, Integer> threads();

  /** How many steps of the lane a worker runs at once. */
  default int threadsOf(Lane lane) {
    return Optional.ofNullable(threads().get(lane.code())).orElse(1);
  }

  /** How often a lane looks for due work. */
  @WithDefault("1s")
  Duration poll();

  /** How often a worker says that it lives; it counts as dead after six missed beats. */
  @WithDefault("5s")
  Duration heartbeat();

  /** How often a running step writes its progress and looks for a cancellation. */
  @WithDefault("1s")
  Duration tick();

  /** The first pause before a step is tried again; doubles from try to try. */
  @WithDefault("5s")
  Duration backoff();

  /** How often a step is tried again after outcomes that ask for it. */
  @WithDefault("5")
  int retries();

  /** How long a stopping worker lets its steps end by themselves before they hand over. */
  @WithDefault("0s")
  Duration finish();

  /** How long a stopping worker waits for its steps to hand over. */
  @WithDefault("20s")
  Duration drain();
}
