package org.lecturehighlights.platform.ratelimit;

import java.time.Duration;

/**
 * What one caller may use.
 *
 * @param who the caller's name or network; never both
 * @param allowance requests in the window
 */
record RateLimitKey(RequestKind kind, String who, long allowance, Duration window) {

  /** With the numbers in it, so that a change of settings takes effect at once. */
  String key() {
    return "%s %d/%ds %s".formatted(kind.policy(), allowance, window.toSeconds(), who);
  }
}
