package org.lecturehighlights.platform.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.ApiPath;
import org.lecturehighlights.platform.http.FilterOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Lets nobody through to a protected path without knowing who it is: by the bearer token, or else
 * by a stream token or a signature in the address, which open that one path.
 */
@Singleton
class AuthenticationFilter {
  private static final String BEARER = "bearer ";

  private final Protection protection;
  private final BearerTokens tokens;
  private final StreamTokens streams;
  private final LinkSigner links;

  AuthenticationFilter(
      Protection protection, BearerTokens tokens, StreamTokens streams, LinkSigner links) {
    this.protection = protection;
    this.tokens = tokens;
    this.streams = streams;
    this.links = links;
  }

  void register(@Observes Filters filters) {
    FilterOrder.AUTHENTICATION.register(filters, this::check);
  }

  private void check(RoutingContext context) {
    if (!protection.covers(ApiPath.normalized(context))) {
      context.next();
      return;
    }
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      byAddress(context);
    } else if (authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      // Checking may ask the issuer for its keys, which the event loop must not wait for.
      context
          .vertx()
          .executeBlocking(() -> tokens.caller(token), false)
          .onSuccess(caller -> admit(context, caller))
          .onFailure(failure -> refuse(context, failure));
    } else {
      refuse(context, Problem.of(ProblemKind.UNAUTHORIZED, "Send a bearer token."));
    }
  }

  /** The path as it was sent is what was signed and what will be served. */
  private void byAddress(RoutingContext context) {
    HttpServerRequest request = context.request();
    ApiPath path = ApiPath.asSent(context);
    String token = request.getParam("token");
    String signature = request.getParam("signature");
    Optional<String> stream = path.eventStreamOf();
    if (token != null && stream.isPresent() && isRead(request)) {
      decide(context, streams.opens(token, stream.get()));
    } else if (signature != null) {
      String method = request.method().name();
      decide(context, links.opens(method, path.text(), request.getParam("expires"), signature));
    } else {
      refuse(
          context,
          Problem.of(ProblemKind.UNAUTHORIZED, "Sign in and send the token with the request."));
    }
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method().name().equals("GET");
  }

  private static void decide(RoutingContext context, boolean isOpen) {
    if (isOpen) {
      admit(context, Caller.LINK_HOLDER);
    } else {
      refuse(
          context,
          Problem.of(
              ProblemKind.LINK_INVALID, "The link has expired or was changed; get it anew."));
    }
  }

  private static void admit(RoutingContext context, Caller caller) {
    Callers.admit(context, caller);
    context.next();
  }

  private static void refuse(RoutingContext context, @Nullable Throwable why) {
    if (why instanceof Problem problem) {
      context.fail(problem.kind().status(), problem);
    } else {
      context.fail(500, why);
    }
  }
}
