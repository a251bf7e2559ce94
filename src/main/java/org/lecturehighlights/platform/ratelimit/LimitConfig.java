package org.lecturehighlights.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How many requests each caller may send; nobody who works by hand meets these limits. */
@ConfigMapping(prefix = "lecture.limit")
interface LimitConfig {
  /** Unset: on in production. */
  Optional<Boolean> enabled();

  /** The time for which the numbers below are given; what was used comes back evenly in it. */
  @WithDefault("1M")
  Duration window();

  /** Requests that begin a lecture's work: new jobs, announced uploads, retries. */
  @WithDefault("60")
  long creations();

  /** Other requests that change something, each piece of a resumable upload among them. */
  @WithDefault("600")
  long writes();

  @WithDefault("3000")
  long reads();

  /** Many people may share an address, which counts where the caller has no name: so much more. */
  @WithDefault("10")
  int addressFactor();

  /** How long a request waits for the count at most; then it goes on uncounted. */
  @WithDefault("0.5S")
  Duration patience();
}
