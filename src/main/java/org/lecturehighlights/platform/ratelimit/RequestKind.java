package org.lecturehighlights.platform.ratelimit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is counted apart. */
enum RequestKind {
  CREATIONS,
  WRITES,
  READS;

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What makes work for minutes: one-shot, announced and resumable uploads, and retries. */
  private static final Pattern BEGINNINGS =
      Pattern.compile("/api/v1/(jobs|upload|uploads|jobs/[^/]+/retry)/*");

  static RequestKind of(String method, String path) {
    if (SAFE.contains(method)) {
      return READS;
    }
    return method.equals("POST") && BEGINNINGS.matcher(path).matches() ? CREATIONS : WRITES;
  }

  long allowance(LimitConfig config) {
    return switch (this) {
      case CREATIONS -> config.creations();
      case WRITES -> config.writes();
      case READS -> config.reads();
    };
  }

  /** The name that callers see. */
  String policy() {
    return name().toLowerCase(Locale.ROOT);
  }
}
