package org.lecturehighlights.security;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param owner the name under which new work is owned, or null where security is off
 * @param seesAll whether work of every owner may be seen and changed
 */
public record Caller(@Nullable String owner, boolean seesAll) {
  /** The one caller of an installation without security: owns nothing, may do everything. */
  public static final Caller EVERYONE = new Caller(null, true);
}
