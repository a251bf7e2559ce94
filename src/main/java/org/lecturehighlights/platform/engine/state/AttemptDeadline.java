package org.lecturehighlights.platform.engine.state;

import java.time.Duration;
import java.util.Optional;

/**
 * How long one attempt may take. What takes longer hangs, or its recording was made to take long.
 *
 * @param shortest so long may every attempt take
 * @param timesPlayingTime where this is longer, so many times the recording's length
 */
public record AttemptDeadline(Duration shortest, double timesPlayingTime) {
  /** Fits into nanoseconds. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  public AttemptDeadline {
    if (!shortest.isPositive() || !(timesPlayingTime >= 0)) {
      throw new IllegalArgumentException(
          "LECTURE_ENGINE_STAGE_DEADLINE_MIN must be longer than 0s, and"
              + " LECTURE_ENGINE_STAGE_DEADLINE_FACTOR must not be below 0.");
    }
  }

  /**
   * How long an attempt on a recording may take.
   *
   * @param playingTime of the recording; empty where nobody knows it
   */
  public Duration of(Optional<Duration> playingTime) {
    double millis = playingTime.orElse(Duration.ZERO).toMillis() * timesPlayingTime;
    Duration scaled = Duration.ofMillis((long) Math.min(millis, (double) FOR_EVER.toMillis()));
    return scaled.compareTo(shortest) > 0 ? scaled : shortest;
  }
}
