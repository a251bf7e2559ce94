package org.lecturehighlights.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Role;

/** Whether callers must say who they are; a start that would leave that to chance is refused. */
@Singleton
class Protection {
  private static final Logger LOG = Logger.getLogger(Protection.class);

  /** Before migrations and work begin. */
  private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 100;

  /** As many bytes as the digest has, after RFC 2104, section 3. */
  static final int SHORTEST_KEY = 32;

  /** Whose endpoints are closed whatever the configuration says. */
  private static final List<String> ALWAYS_CLOSED = List.of("/api/v1", "/ws/connections");

  private final SecurityConfig config;
  private final boolean production;
  private final boolean serves;

  Protection(
      SecurityConfig config,
      @ConfigProperty(name = "lecture.production") boolean production,
      @ConfigProperty(name = "lecture.roles") Set<String> roles) {
    this.config = config;
    this.production = production;
    this.serves = !Role.isNone(roles);
  }

  boolean isOn() {
    return config.enabled().orElse(config.issuer().isPresent());
  }

  /** The paths that an operator wants closed, without slashes at their ends; the root is empty. */
  List<String> protectedPaths() {
    return config.protectedPaths().stream().map(path -> path.replaceAll("/+$", "")).toList();
  }

  /** Whether an operator wants this path of a route closed. */
  boolean covers(String path) {
    return protectedPaths().stream()
        .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  void check(@Observes @Priority(FIRST) StartupEvent event) {
    if (serves) {
      check();
    }
  }

  /** {@code NOT_CONFIGURED} with the setting that is missing. */
  void check() {
    if (!isOn()) {
      if (production && config.enabled().isEmpty()) {
        throw missing(
            "No identity provider: set LECTURE_SECURITY_ISSUER, or LECTURE_SECURITY_ENABLED=false"
                + " to serve everybody.");
      }
      return;
    }
    if (config.issuer().isEmpty()) {
      throw missing("Security is on without an identity provider: set LECTURE_SECURITY_ISSUER.");
    }
    boolean keyFits =
        config
            .signingKey()
            .map(key -> key.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_KEY)
            .orElse(!production);
    if (!keyFits) {
      throw missing(
          "Set LECTURE_SECURITY_SIGNING_KEY to %d bytes or more, the same for all processes, for instance from 'openssl rand -base64 48'."
              .formatted(SHORTEST_KEY));
    }
    if (config.audience().isEmpty() && config.authorizedParties().isEmpty()) {
      LOG.warn(
          "Every token of the issuer's is accepted, whichever application it was made for; set"
              + " LECTURE_SECURITY_AUDIENCE or LECTURE_SECURITY_AUTHORIZED_PARTIES");
    }
    if (!unlisted().isEmpty()) {
      LOG.warnf(
          "LECTURE_SECURITY_PROTECTED_PATHS can close more paths but opens none: %s still need a"
              + " caller",
          String.join(" and ", unlisted()));
    }
  }

  /** What an operator left out who may believe that it is open now. */
  List<String> unlisted() {
    return ALWAYS_CLOSED.stream().filter(path -> !covers(path)).toList();
  }

  private static Problem missing(String detail) {
    return Problem.of(ProblemKind.NOT_CONFIGURED, detail);
  }
}
