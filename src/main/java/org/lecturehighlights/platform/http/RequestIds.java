package org.lecturehighlights.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names each request, so that its answer, its log lines and the caller's own log can be brought
 * together: as the caller or a proxy before us named it, or by a name of ours.
 */
class RequestIds {
  private static final String HEADER = "X-Request-ID";

  /** What may stand in a log; anything else is replaced rather than cleaned. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  void register(@Observes Filters filters) {
    FilterOrder.REQUEST_ID.register(filters, RequestIds::name);
  }

  private static void name(RoutingContext request) {
    String given = request.request().getHeader(HEADER);
    String id =
        given != null && HARMLESS.matcher(given).matches() ? given : UUID.randomUUID().toString();
    // The fields of a request live in its own context and go with it.
    MDC.put("request", id);
    request.response().putHeader(HEADER, id);
    request.next();
  }
}
