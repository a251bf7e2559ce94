package org.lecturehighlights.platform.database;

import java.util.List;
import java.util.Optional;

/**
 * The one rule for what production is. There, a start migrates and destructive commands must be
 * confirmed or are refused.
 */
final class Production {
  private Production() {}

  /**
   * Decides by {@code ENVIRONMENT}, and only if that is unset by the profile: a packaged
   * application runs in the profile prod by default.
   *
   * @param environment the value of {@code ENVIRONMENT}; a blank one counts as unset
   */
  static boolean is(Optional<String> environment, List<String> profiles) {
    return environment
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.equalsIgnoreCase("production"))
        .orElse(profiles.contains("prod"));
  }
}
