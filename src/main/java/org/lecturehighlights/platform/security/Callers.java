package org.lecturehighlights.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Tells who the present request is from; without an identity provider that is everyone. */
@ApplicationScoped
public class Callers {
  private static final String KEY = Callers.class.getName();

  private final Protection protection;
  private final CurrentVertxRequest request;

  Callers(Protection protection, CurrentVertxRequest request) {
    this.protection = protection;
    this.request = request;
  }

  /**
   * Whom the gate let in. Services that ask here are closed even where the gate was passed by.
   *
   * @throws Problem {@code UNAUTHORIZED} for a request that nobody vouched for
   */
  public Caller current() {
    if (!protection.isOn()) {
      return Caller.EVERYONE;
    }
    Caller caller = known();
    if (caller == null) {
      throw Problem.of(ProblemKind.UNAUTHORIZED, "Sign in and send the token with the request.");
    }
    return caller;
  }

  private @Nullable Caller known() {
    RoutingContext context =
        Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    return context == null ? null : admitted(context);
  }

  /** Whom the gate let in with this request; null where it was open or not passed yet. */
  public static @Nullable Caller admitted(RoutingContext context) {
    return context.get(KEY);
  }

  static void admit(RoutingContext context, Caller caller) {
    context.put(KEY, caller);
  }
}
