package org.lecturehighlights.service.job;

import java.util.UUID;

/** Names for jobs and their parts: a prefix and twelve random hex digits, as the predecessor's. */
public final class JobIds {
  private JobIds() {}

  public static String next() {
    return next("job_");
  }

  /** For instance {@code clip_0123456789ab}. */
  public static String next(String prefix) {
    // The last twelve digits of a random UUID are random throughout.
    return prefix + UUID.randomUUID().toString().substring(24);
  }
}
