package org.lecturehighlights.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * The order of everything that sees a request before its endpoint is known. Quarkus calls filters
 * with higher numbers first; its own CORS filter, whose preflight requests carry no token, has 300.
 * Nothing here may refuse a request for its path: that is what {@link EndpointOrder} is for.
 */
public enum FilterOrder {
  /** First, so that whoever refuses the request has its name. */
  REQUEST_ID(1000),
  /** Before any refusal, whose headers it completes. */
  ALLOWED_METHODS(900),
  /** Before CORS, so that its refusals have them too. */
  SECURITY_HEADERS(400),
  /** Behind CORS, and before the refusals that must name the protocol. */
  TUS_HEADERS(270),
  /** Finds out who calls; whether that is enough, the endpoint decides. */
  AUTHENTICATION(250),
  /** Routes beside the endpoints that need a caller. */
  ROUTE_GUARD(240);

  private final int priority;

  FilterOrder(int priority) {
    this.priority = priority;
  }

  /** Where a route of Vert.x with such a check belongs, which unlike filters has lower first. */
  public int ofRoute() {
    return -priority;
  }

  /** Puts a filter in its place. It must end the request, fail it or call {@code next()}. */
  public void register(Filters filters, Handler<RoutingContext> filter) {
    filters.register(filter, priority);
  }
}
