package org.lecturehighlights.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Says who sent the current request; without an identity provider that is everyone. */
@ApplicationScoped
public class Callers {
  private final Protection protection;
  private final BearerTokens tokens;
  private final CurrentVertxRequest request;

  Callers(Protection protection, BearerTokens tokens, CurrentVertxRequest request) {
    this.protection = protection;
    this.tokens = tokens;
    this.request = request;
  }

  /**
   * Who was let in. A service that asks here stays closed even if an endpoint were not.
   *
   * @throws Problem {@code UNAUTHORIZED} for a request whose caller was not let in
   */
  public Caller current() {
    if (!protection.isOn()) {
      return Caller.EVERYONE;
    }
    Caller caller = known();
    if (caller == null) {
      throw Problem.of(ProblemKind.UNAUTHORIZED, "Sign in and send the token with the request.");
    }
    return caller;
  }

  /**
   * Whose bearer token this is, for what cannot send it in a header. May wait for the issuer.
   *
   * @throws Problem {@code TOKEN_INVALID}, or {@code IDENTITY_PROVIDER_UNAVAILABLE} where the
   *     issuer's keys cannot be fetched
   */
  public Caller of(String bearerToken) {
    return protection.isOn() ? tokens.caller(bearerToken) : Caller.EVERYONE;
  }

  private @Nullable Caller known() {
    RoutingContext context =
        Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    return context == null ? null : admitted(context);
  }

  /** Who was let in with this request; null for open routes, and before the check. */
  public static @Nullable Caller admitted(RoutingContext context) {
    return RequestCaller.admitted(context);
  }
}
