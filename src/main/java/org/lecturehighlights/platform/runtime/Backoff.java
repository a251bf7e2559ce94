package org.lecturehighlights.platform.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to pause before the next try: twice as long after each failure, varied at random so that
 * callers who failed together do not try again together.
 *
 * @param first the pause after the first failure, before it is varied
 * @param longest the longest pause
 * @param shortestShare the part of the pause that is always waited, 0 to 1
 * @param longestShare the part of the pause that is waited at most, 0 to 1
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
   * The pause before the next attempt.
   *
   * @param failures so far, 1 or more
   */
  public Duration pause(int failures) {
    double ceiling = longest.toMillis();
    double doubled = Math.min(ceiling, first.toMillis() * Math.pow(2, failures - 1));
    double share = shortestShare + (longestShare - shortestShare) * random.nextDouble();
    return Duration.ofMillis((long) Math.min(ceiling, doubled * share));
  }
}
