package org.lecturehighlights.app.observability;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The bounds of the histograms. There are few of them, because each one is a time series for each
 * tag.
 */
final class Buckets {
  static final Duration[] OF_STAGES = seconds(1, 5, 15, 60, 300, 900, 3600);
  static final Duration[] OF_JOBS = seconds(30, 120, 300, 900, 1800, 3600, 14_400);

  private Buckets() {}

  private static Duration[] seconds(Integer... bounds) {
    return Stream.of(bounds).map(Duration::ofSeconds).toArray(Duration[]::new);
  }
}
