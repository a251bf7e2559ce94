package org.lecturehighlights.platform.ratelimit;

import java.util.Locale;
import java.util.Set;

/** What is counted apart. */
enum RequestKind {
  CREATIONS,
  WRITES,
  READS;

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * @param method the one that led to the endpoint, whatever the request line says
   * @param isCreation whether the endpoint has {@link CountsAsCreation}
   */
  static RequestKind of(String method, boolean isCreation) {
    if (isCreation) {
      return CREATIONS;
    }
    return SAFE.contains(method) ? READS : WRITES;
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
