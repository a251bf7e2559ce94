package org.lecturehighlights.platform.ratelimit;

import java.time.Duration;

/**
 * What became of one request's count.
 *
 * @param remaining requests that are left
 * @param untilFull when the whole allowance is there again
 * @param untilNext when the next request may come; zero for an allowed one
 */
record Verdict(boolean allowed, long remaining, Duration untilFull, Duration untilNext) {

  /** Whole seconds, rounded up: whoever waits that long is not too early. */
  static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
