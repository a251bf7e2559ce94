package org.lecturehighlights.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may call, and what proves it. */
@ConfigMapping(prefix = "lecture.security")
interface SecurityConfig {
  /** Unset: on where there is an issuer; a production start without one asks for a decision. */
  Optional<Boolean> enabled();

  /** The {@code iss} of the tokens, to the letter. */
  Optional<String> issuer();

  /** Where the issuer's keys are; unset: where its {@code openid-configuration} says. */
  Optional<String> jwksUrl();

  /** One of these must be the token's {@code aud}; unset: any token of the issuer's is taken. */
  Optional<List<String>> audience();

  /** One of these must be the token's {@code azp}, as Clerk's tokens have no audience. */
  Optional<List<String>> authorizedParties();

  /** The role of those who see and change everybody's work. */
  @WithDefault("admin")
  String adminRole();

  /** The claim with the roles; dots lead inside, as in {@code realm_access.roles}. */
  @WithDefault("roles")
  String rolesClaim();

  /** How far the issuer's clock may be off. */
  @WithDefault("30S")
  Duration clockSkew();

  /** How long keys are kept where the issuer's answer does not say. */
  @WithDefault("1H")
  Duration jwksRefresh();

  /** Unknown keys and failures make us ask the issuer no more often than this. */
  @WithDefault("10S")
  Duration jwksRetry();

  /**
   * The beginnings of paths that need a caller besides the API's endpoints, which always do: pages,
   * metrics, the API's description. Closing one path of such a thing closes all that lead to it.
   */
  @WithDefault("/api/v1,/ws/connections")
  List<String> protectedPaths();

  /** The secret of signed links, the same for all processes; 32 bytes or more. */
  Optional<String> signingKey();

  /** How long links to media work at least; at most twice as long. */
  @WithDefault("6H")
  Duration linkLifetime();

  /** How long a stream may wait to be opened. */
  @WithDefault("60S")
  Duration streamTokenLifetime();
}
