package org.lecturehighlights.platform.ratelimit;

import java.util.Locale;
import java.util.Set;
import org.lecturehighlights.platform.http.ApiPath;

/** What is counted apart. */
enum RequestKind {
  CREATIONS,
  WRITES,
  READS;

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  static RequestKind of(String method, ApiPath path) {
    if (SAFE.contains(method)) {
      return READS;
    }
    return method.equals("POST") && path.isCreation() ? CREATIONS : WRITES;
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
