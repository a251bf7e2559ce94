package org.lecturehighlights.platform.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.lecturehighlights.platform.http.FilterOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Finds out from the bearer token who sends a request, whatever it is for. It refuses nothing: that
 * is up to {@link EndpointGate} and {@link RouteGuard}, which know what the request is for.
 */
@Singleton
class AuthenticationFilter {
  private static final String BEARER = "bearer ";

  private final Protection protection;
  private final BearerTokens tokens;

  AuthenticationFilter(Protection protection, BearerTokens tokens) {
    this.protection = protection;
    this.tokens = tokens;
  }

  void register(@Observes Filters filters) {
    FilterOrder.AUTHENTICATION.register(filters, this::identify);
  }

  private void identify(RoutingContext context) {
    if (!protection.isOn()) {
      context.next();
      return;
    }
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      boolean byLink = context.request().getParam(EndpointGate.SIGNATURE) != null;
      RequestCaller.refuse(
          context, byLink ? EndpointGate.invalidLink() : RequestCaller.unidentified());
      context.next();
    } else if (authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      // Checking may ask the issuer for its keys, which the event loop must not wait for.
      context
          .vertx()
          .executeBlocking(() -> tokens.caller(token), false)
          .onSuccess(caller -> {
            RequestCaller.identify(context, caller);
            context.next();
          })
          .onFailure(failure -> {
            if (failure instanceof Problem problem) {
              RequestCaller.refuse(context, problem);
              context.next();
            } else {
              context.fail(500, failure);
            }
          });
    } else {
      RequestCaller.refuse(context, Problem.of(ProblemKind.UNAUTHORIZED, "Send a bearer token."));
      context.next();
    }
  }
}
