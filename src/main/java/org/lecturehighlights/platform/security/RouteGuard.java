package org.lecturehighlights.platform.security;

import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.ApiPath;
import org.lecturehighlights.platform.http.FilterOrder;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Closes routes of Vert.x, which no endpoint's filter sees: those that an operator wants closed,
 * and those that nobody declared as {@link OpenRoutes}. A guard is itself a route with the path of
 * what it guards, so that both understand every spelling of an address alike.
 */
@Singleton
class RouteGuard {
  private static final Logger LOG = Logger.getLogger(RouteGuard.class);
  private static final int ORDER = FilterOrder.ROUTE_GUARD.ofRoute();

  private final Protection protection;
  private final Event<OpenRoutes> declare;
  private @Nullable Router router;

  RouteGuard(Protection protection, Event<OpenRoutes> declare) {
    this.protection = protection;
    this.declare = declare;
  }

  void remember(@Observes Router router) {
    this.router = router;
  }

  /** When all routes are there and none is served yet. */
  void close(@Observes StartupEvent event) {
    if (router != null && protection.isOn()) {
      OpenRoutes open = new OpenRoutes();
      declare.fire(open);
      List<Route> present = List.copyOf(router.getRoutes()); // without those that are added here
      for (String path : protection.protectedPaths()) {
        router.route(path + "/*").order(ORDER).handler(this::checkUnlessEndpoint);
      }
      for (String path : closed(present, open.groups())) {
        LOG.debugf("Only for callers who are signed in: %s", path);
        router.route(path).order(ORDER).handler(this::check);
      }
    }
  }

  /** What an operator closed, by every path, and routes that nobody declared. */
  private Set<String> closed(List<Route> routes, List<List<String>> declared) {
    Set<String> open = new HashSet<>();
    Set<String> closed = new TreeSet<>();
    for (List<String> paths : declared) {
      if (paths.stream().anyMatch(protection::covers)) {
        closed.addAll(paths);
      } else {
        paths.forEach(path -> open.add(plain(path)));
      }
    }
    for (Route route : routes) {
      @Nullable String path = route.getPath();
      if (path != null && isSpecial(path) && !open.contains(plain(path))) {
        closed.add(path + (route.isExactPath() ? "" : "*"));
      }
    }
    return closed;
  }

  /** Routes for all paths are filters, pages, and the endpoints, which have a gate of their own. */
  private static boolean isSpecial(String path) {
    return !plain(path).isEmpty();
  }

  /** Without what ends a path for all that is below. */
  private static String plain(String path) {
    return path.replaceAll("/?[*]?$", "");
  }

  /** Endpoints have a gate of their own, which also lets in whoever has a link. */
  private void checkUnlessEndpoint(RoutingContext context) {
    if (ApiPath.normalized(context).isApi()) {
      context.next();
    } else {
      check(context);
    }
  }

  private void check(RoutingContext context) {
    if (RequestCaller.admitted(context) == null) {
      try {
        RequestCaller.admitIdentified(context);
      } catch (Problem problem) {
        context.fail(problem.kind().status(), problem);
        return;
      }
    }
    context.next();
  }
}
