package org.lecturehighlights;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.smallrye.health.runtime.SmallRyeHealthHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeLivenessHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeReadinessHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeStartupHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Health and metrics on the application's own port, besides the management port, to which Quarkus
 * moves them: at {@code /health} and {@code /metrics} existing monitors ask, and who runs the
 * application on one machine needs to know one port only.
 */
@Singleton
class FamiliarPaths {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  FamiliarPaths(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  void register(@Observes Router router) {
    router.get("/health").handler(new SmallRyeHealthHandler());
    router.get("/q/health").handler(new SmallRyeHealthHandler());
    router.get("/q/health/live").handler(new SmallRyeLivenessHandler());
    router.get("/q/health/ready").handler(new SmallRyeReadinessHandler());
    router.get("/q/health/started").handler(new SmallRyeStartupHandler());
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
