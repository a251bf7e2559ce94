package org.lecturehighlights.app.observability;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.lecturehighlights.platform.security.OpenRoutes;

/**
 * Metrics on the application's own port as well as on the management port; see {@link
 * HealthAliases}.
 */
@Singleton
class MetricsPaths {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final String[] PATHS = {"/metrics", "/q/metrics"};

  private final PrometheusMeterRegistry meters;

  MetricsPaths(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  void register(@Observes Router router) {
    for (String path : PATHS) {
      router.get(path).blockingHandler(this::scrape, false);
    }
  }

  void open(@Observes OpenRoutes routes) {
    routes.add(PATHS);
  }

  private void scrape(RoutingContext request) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS_TEXT)
        .end(meters.scrape(PROMETHEUS_TEXT));
  }
}
