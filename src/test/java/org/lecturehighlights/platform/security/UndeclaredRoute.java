package org.lecturehighlights.platform.security;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A route that exists in tests alone and that nobody declared as open. */
@Singleton
class UndeclaredRoute {
  static final String PATH = "/q/undeclared";

  void register(@Observes Router router) {
    router.get(PATH).handler(request -> request.response().end("here"));
    router.get(PATH + "/:name/more").handler(request -> request.response().end("here"));
  }
}
