package org.lecturehighlights;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** Health and metrics also at the addresses that existing monitors ask. */
class FamiliarPaths {
  void alias(@Observes Router router) {
    router.get("/health").handler(request -> request.reroute("/q/health"));
    router.get("/metrics").handler(request -> request.reroute("/q/metrics"));
  }
}
