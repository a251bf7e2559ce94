package org.lecturehighlights.app.observability;

import io.quarkus.smallrye.health.runtime.SmallRyeHealthHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeLivenessHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeReadinessHandler;
import io.quarkus.smallrye.health.runtime.SmallRyeStartupHandler;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import org.lecturehighlights.platform.security.OpenRoutes;

/**
 * Health on the application's own port as well as on the management port, to which Quarkus moves
 * it: existing monitors ask at {@code /health}, and whoever runs the application on one machine
 * needs to know only one port. See {@link MetricsPaths} for the metrics.
 */
class HealthAliases {
  void register(@Observes Router router) {
    router.get("/health").handler(new SmallRyeHealthHandler());
    router.get("/q/health").handler(new SmallRyeHealthHandler());
    router.get("/q/health/live").handler(new SmallRyeLivenessHandler());
    router.get("/q/health/ready").handler(new SmallRyeReadinessHandler());
    router.get("/q/health/started").handler(new SmallRyeStartupHandler());
  }

  void open(@Observes OpenRoutes routes) {
    routes.add("/health", "/q/health");
    routes.add("/q/health/live");
    routes.add("/q/health/ready");
    routes.add("/q/health/started");
  }
}
