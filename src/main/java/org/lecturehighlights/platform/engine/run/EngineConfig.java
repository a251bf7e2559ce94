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

  /** How many attempts of the lane a worker makes at once. */
  default int threadsOf(Lane lane) {
    return Optional.ofNullable(threads().get(lane.code())).orElse(1);
  }

  /** How often a lane looks for due work. */
  @WithDefault("1s")
  Duration poll();

  /** How often a worker sends a heartbeat; after six missed ones it counts as dead. */
  @WithDefault("5s")
  Duration heartbeat();

  /** How often a running attempt writes its progress and looks for a cancellation. */
  @WithDefault("1s")
  Duration tick();

  /** The first pause before another attempt; doubles from failure to failure. */
  @WithDefault("5s")
  Duration backoff();

  /** How many attempts may follow the first one if outcomes ask for it. */
  @WithDefault("5")
  int retries();

  /** The minimum time that every attempt at a stage or task may take. */
  @WithDefault("1h")
  Duration stageDeadlineMin();

  /** How many times the lecture's length an attempt may take, if that is longer. */
  @WithDefault("4")
  double stageDeadlineFactor();

  /** How long a stopping worker lets its attempts finish before it interrupts them. */
  @WithDefault("0s")
  Duration finish();

  /** How long a stopping worker waits for interrupted attempts to hand over their work. */
  @WithDefault("20s")
  Duration drain();
}
