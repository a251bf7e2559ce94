package org.lecturehighlights.service.job;

import java.util.UUID;

/** Ids of jobs and their parts: a prefix and twelve random hex digits, as in legacy rows. */
public final class JobIds {
  private JobIds() {}

  public static String next() {
    return next("job_");
  }

  /** For instance {@code clip_0123456789ab}. */
  public static String next(String prefix) {
    // All of the last twelve digits of a random UUID are random.
    return prefix + UUID.randomUUID().toString().substring(24);
  }
}
