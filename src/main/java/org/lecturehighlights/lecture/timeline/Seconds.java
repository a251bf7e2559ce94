package org.lecturehighlights.lecture.timeline;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Converts between {@link Duration}, which the code uses, and seconds as {@code double}, which the
 * API and the tables use.
 */
public final class Seconds {
  private Seconds() {}

  public static double of(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** Rounds to the nearest millisecond. */
  public static Duration toDuration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  static Duration wholeMillis(Duration duration) {
    return duration.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
  }
}
