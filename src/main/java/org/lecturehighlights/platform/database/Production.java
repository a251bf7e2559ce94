package org.lecturehighlights.platform.database;

import java.util.List;
import java.util.Optional;

/** The one rule for what production is: there a start migrates, and destructive verbs are held. */
final class Production {
  private Production() {}

  /**
   * By {@code ENVIRONMENT}, and only where it says nothing by the profile: a packaged application
   * runs in the profile prod by default.
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
