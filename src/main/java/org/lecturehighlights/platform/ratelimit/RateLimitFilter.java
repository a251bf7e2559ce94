package org.lecturehighlights.platform.ratelimit;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.lecturehighlights.platform.http.EndpointOrder;
import org.lecturehighlights.platform.security.Callers;

/**
 * Refuses requests to the API's endpoints beyond the caller's allowance, and tells with the others
 * how much is left. Pages, health, metrics and the description of the API are not counted.
 */
@ApplicationScoped
class RateLimitFilter {
  private static final String CREATION = CountsAsCreation.class.getName();

  private final RateLimits limits;

  RateLimitFilter(RateLimits limits) {
    this.limits = limits;
  }

  @CountsAsCreation
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.ANNOTATIONS)
  void noteCreation(RoutingContext context) {
    context.put(CREATION, true);
  }

  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.RATE_LIMIT)
  Uni<Void> check(ContainerRequestContext request, RoutingContext context) {
    RequestKind kind = RequestKind.of(request.getMethod(), context.get(CREATION) != null);
    return limits
        .count(kind, Callers.admitted(context), context.request())
        .invoke(count -> {
          count.headers().forEach(context.response()::putHeader);
          count
              .refusal()
              .ifPresent(refusal -> {
                throw refusal;
              });
        })
        .replaceWithVoid();
  }
}
