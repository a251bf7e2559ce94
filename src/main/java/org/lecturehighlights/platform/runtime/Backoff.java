package org.lecturehighlights.platform.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to pause before the next try: twice as long after each failure, spread at random so that
 * those who failed together do not come back together.
 *
 * @param first the pause after the first failure, before it is spread
 * @param longest no pause is longer
 * @param shortestShare of the pause that is always waited
 * @param longestShare of the pause that is waited at most
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">
 *     Exponential backoff and jitter</a>
 */
public record Backoff(
    Duration first,
    Duration longest,
    double shortestShare,
    double longestShare,
    RandomGenerator random) {

  public Backoff {
    if (shortestShare < 0 || longestShare < shortestShare) {
      throw new IllegalArgumentException(
          "no shares of a pause: %s to %s".formatted(shortestShare, longestShare));
    }
  }

  /**
   * @param failures so far, 1 or more
   */
  public Duration pause(int failures) {
    double ceiling = longest.toMillis();
    double doubled = Math.min(ceiling, first.toMillis() * Math.pow(2, failures - 1));
    double share = shortestShare + (longestShare - shortestShare) * random.nextDouble();
    return Duration.ofMillis((long) Math.min(ceiling, doubled * share));
  }
}
