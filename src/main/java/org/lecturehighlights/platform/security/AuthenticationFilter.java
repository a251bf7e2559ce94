package org.lecturehighlights.platform.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Lets nobody through to a protected path without knowing who it is: by the bearer token, or else
 * by a stream token or a signature in the address, which open that one path.
 */
@Singleton
class AuthenticationFilter {
  /** After CORS (300), whose preflight requests carry no token, and before all else. */
  private static final int PRIORITY = 250;

  private static final String BEARER = "bearer ";

  /** The progress stream, whose job the token must name. */
  private static final Pattern STREAM = Pattern.compile("/api/v1/jobs/([^/]+)/events");

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
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    if (!protection.covers(context.normalizedPath())) {
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
    String path = String.valueOf(request.path());
    String token = request.getParam("token");
    String signature = request.getParam("signature");
    Matcher stream = STREAM.matcher(path);
    if (token != null && stream.matches() && isRead(request)) {
      decide(context, streams.opens(token, stream.group(1)));
    } else if (signature != null) {
      String method = request.method().name();
      decide(context, links.opens(method, path, request.getParam("expires"), signature));
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
