package org.lecturehighlights.platform.security;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the framework serves to everybody: the first page and the description of the API. */
@Singleton
class FrameworkRoutes {
  void open(@Observes OpenRoutes routes) {
    routes.add("/", "/index.html");
    // Passes on what lies below it; each route there is looked at by itself.
    routes.add("/q/*");
    routes.add("/q/openapi", "/q/openapi.json", "/q/openapi.yaml", "/q/openapi.yml");
    routes.add("/q/swagger-ui", "/q/swagger-ui/*");
  }
}
