package org.lecturehighlights.job;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for jobs and their parts: a prefix and twelve random hex digits, as the predecessor's. */
public final class JobIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private JobIds() {}

  public static String next() {
    return next("job_");
  }

  /** For instance {@code clip_0123456789ab}. */
  public static String next(String prefix) {
    byte[] bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }
}
