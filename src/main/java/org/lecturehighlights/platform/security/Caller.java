package org.lecturehighlights.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param owner the name under which new work is owned: the token's {@code sub}; null where security
 *     is off and for the holder of a signed link
 * @param seesAll whether work of every owner may be seen and changed
 */
public record Caller(@Nullable String owner, boolean seesAll) {
  /** The one caller of an installation without security: owns nothing, may do everything. */
  public static final Caller EVERYONE = new Caller(null, true);

  /** The holder of a signed link, which opens the one path of this request and nothing else. */
  static final Caller LINK_HOLDER = new Caller(null, true);
}
