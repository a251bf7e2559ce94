package org.lecturehighlights.platform.security;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.PendingRefusal;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** What is known of the caller of one request: nothing, who it is, or that it may go on. */
final class RequestCaller {
  private static final String IDENTIFIED = RequestCaller.class.getName() + ".identified";
  private static final String ADMITTED = RequestCaller.class.getName() + ".admitted";

  private RequestCaller() {}

  /** The bearer token is this caller's. */
  static void identify(RoutingContext request, Caller caller) {
    request.put(IDENTIFIED, caller);
  }

  /** Nobody is known to call, and this is why. */
  static void refuse(RoutingContext request, Problem why) {
    PendingRefusal.put(request, why);
  }

  /** This caller may have what the request is for. */
  static void admit(RoutingContext request, Caller caller) {
    PendingRefusal.lift(request);
    request.put(ADMITTED, caller);
  }

  /** Admits whom the bearer token names; else throws why nobody is known. */
  static void admitIdentified(RoutingContext request) {
    Caller caller = request.get(IDENTIFIED);
    if (caller == null) {
      throw PendingRefusal.of(request).orElseGet(RequestCaller::unidentified);
    }
    admit(request, caller);
  }

  static Problem unidentified() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Sign in and send the token with the request.");
  }

  static @Nullable Caller admitted(RoutingContext request) {
    return request.get(ADMITTED);
  }
}
