package org.lecturehighlights.platform.runtime;

import java.util.Locale;
import java.util.Set;

/** What a process does, by the setting {@code lecture.roles}; a process may have several roles. */
public enum Role {
  /** Answers requests. */
  API,
  /** Takes work from the queues. */
  WORKER;

  /** The value of {@code lecture.roles} in a process that serves nobody. */
  public static final String NONE = "none";

  /** The name of the role in the setting and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the process has this role. */
  public boolean isAmong(Set<String> roles) {
    return roles.contains(code());
  }

  /** Whether the process is a command that ends by itself and serves nobody. */
  public static boolean isNone(Set<String> roles) {
    return roles.equals(Set.of(NONE));
  }
}
