package org.lecturehighlights.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What browsers are told with every answer, whatever it is. */
@ApplicationScoped
class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";

  /** Answers of the API are no pages: opened by themselves they show media at most. */
  private static final String API =
      "default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'";

  /** Videos and pictures may come from an object store; code and styles only from here. */
  private static final String PAGES =
      "default-src 'self'; img-src * data:; media-src *; base-uri 'none'; form-action 'self';"
          + " object-src 'none'; frame-ancestors 'none'";

  /** Pages of others: Swagger UI starts with a script in its page, Dev UI has many. */
  private static final String TOOLS =
      "base-uri 'self'; object-src 'none'; frame-ancestors 'self'; form-action 'self'";

  private static final String TWO_YEARS = "max-age=63072000";

  void register(@Observes Filters filters) {
    FilterOrder.SECURITY_HEADERS.register(filters, this::add);
  }

  private void add(RoutingContext context) {
    ApiPath path = ApiPath.normalized(context);
    MultiMap headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set(POLICY, policy(path));
    // Behind a proxy that is trusted to tell it, too.
    if (context.request().isSSL() || "https".equals(context.request().scheme())) {
      headers.set("Strict-Transport-Security", TWO_YEARS);
    }
    context.next();
  }

  /** Endpoints are found by other spellings of their path, too. */
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.ANNOTATIONS)
  void addToEndpoint(RoutingContext context) {
    context.response().headers().set(POLICY, API);
  }

  private static String policy(ApiPath path) {
    if (path.isApi()) {
      return API;
    }
    return path.isTool() ? TOOLS : PAGES;
  }
}
