package org.lecturehighlights.platform.security;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees in tests which requests got as far as their endpoint, after every filter of ours. */
@Singleton
class ReachedEndpoints {
  private static final int LAST = 9000;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean watching;

  @ServerRequestFilter(priority = LAST)
  public void note(ContainerRequestContext request) {
    if (watching) {
      requests.add(request.getMethod() + " " + request.getUriInfo().getRequestUri());
    }
  }

  List<String> during(Runnable action) {
    requests.clear();
    watching = true;
    try {
      action.run();
      return List.copyOf(requests);
    } finally {
      watching = false;
    }
  }
}
