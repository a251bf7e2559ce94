package org.lecturehighlights.app.observability;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Metrics on the application's own port as well as on the management port; see {@link
 * HealthAliases}.
 */
@Singleton
class MetricsPaths {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  MetricsPaths(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  void register(@Observes Router router) {
    router.get("/metrics").blockingHandler(this::scrape, false);
    router.get("/q/metrics").blockingHandler(this::scrape, false);
  }

  private void scrape(RoutingContext request) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS_TEXT)
        .end(meters.scrape(PROMETHEUS_TEXT));
  }
}
