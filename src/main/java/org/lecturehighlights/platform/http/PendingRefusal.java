package org.lecturehighlights.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;

/**
 * What a caller is told who was not let in yet, should the request fail on its way to the endpoint:
 * a stranger learns to sign in first, not which content types an endpoint reads.
 */
public final class PendingRefusal {
  private static final String KEY = PendingRefusal.class.getName();

  private PendingRefusal() {}

  public static void put(RoutingContext request, Problem problem) {
    request.put(KEY, problem);
  }

  /** The caller was let in. */
  public static void lift(RoutingContext request) {
    request.remove(KEY);
  }

  public static Optional<Problem> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }
}
