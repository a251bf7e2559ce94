package org.lecturehighlights.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * The order of everything that sees a request before its resource does. Quarkus calls filters with
 * higher numbers first; its own CORS filter, whose preflight requests carry no token, has 300.
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
  AUTHENTICATION(250),
  /** Counts per caller, so that the caller must be known. */
  RATE_LIMIT(240),
  /** A caller who may not call is told that first. */
  TUS_VERSION(239),
  /** Last, because it looks at the disk. */
  DISK_SPACE(230);

  private final int priority;

  FilterOrder(int priority) {
    this.priority = priority;
  }

  /** Puts a filter in its place. It must end the request, fail it or call {@code next()}. */
  public void register(Filters filters, Handler<RoutingContext> filter) {
    filters.register(filter, priority);
  }
}
