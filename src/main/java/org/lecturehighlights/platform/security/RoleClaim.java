package org.lecturehighlights.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Where a token says which roles its holder has; every provider has its own place for them. */
final class RoleClaim {
  private RoleClaim() {}

  /**
   * The roles at a place, which holds one role, a list of them or nothing.
   *
   * @param place the name of a claim, which may itself hold dots, or the path to a nested one with
   *     dots in between
   */
  static Set<String> roles(JwtClaims claims, String place) {
    return switch (at(claims.getClaimsMap(), place)) {
      case String role -> Set.of(role);
      case Collection<?> roles ->
          roles.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(Collectors.toUnmodifiableSet());
      case null, default -> Set.of();
    };
  }

  private static @Nullable Object at(Map<?, ?> claims, String place) {
    int dot = place.indexOf('.');
    if (dot < 0 || claims.containsKey(place)) {
      return claims.get(place);
    }
    return claims.get(place.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, place.substring(dot + 1))
        : null;
  }
}
