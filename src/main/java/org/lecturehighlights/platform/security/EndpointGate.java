package org.lecturehighlights.platform.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.lecturehighlights.platform.http.EndpointOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Lets nobody through to an endpoint without knowing who it is. It runs when the framework has
 * found the endpoint, so that no spelling of an address leads around it, and before the body is
 * read. An endpoint that lets in others says so by an annotation, to which a filter here is bound.
 */
@ApplicationScoped
class EndpointGate {
  /** The parameter that makes a request one by a signed link. */
  static final String SIGNATURE = "signature";

  private final Protection protection;
  private final StreamTokens streams;
  private final LinkSigner links;

  EndpointGate(Protection protection, StreamTokens streams, LinkSigner links) {
    this.protection = protection;
    this.streams = streams;
    this.links = links;
  }

  /** The path as it was sent is what was signed, and what has led to the endpoint. */
  @AcceptsSignedLink
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.ANNOTATIONS)
  void admitSignedLink(ContainerRequestContext request, RoutingContext context) {
    HttpServerRequest sent = context.request();
    if (isAnonymous(context)
        && links.opens(
            request.getMethod(),
            String.valueOf(sent.path()),
            sent.getParam("expires"),
            sent.getParam(SIGNATURE))) {
      RequestCaller.admit(context, Caller.LINK_HOLDER);
    }
  }

  @AcceptsStreamToken
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.ANNOTATIONS)
  void admitStreamToken(ContainerRequestContext request, RoutingContext context) {
    String token = context.request().getParam("token");
    if (isAnonymous(context) && token != null) {
      String jobId = request.getUriInfo().getPathParameters().getFirst("job_id");
      if (!streams.opens(token, jobId)) {
        throw invalidLink();
      }
      RequestCaller.admit(context, Caller.LINK_HOLDER);
    }
  }

  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.AUTHENTICATION)
  void admitCaller(RoutingContext context) {
    if (protection.isOn() && RequestCaller.admitted(context) == null) {
      RequestCaller.admitIdentified(context);
    }
  }

  /** Whoever sends a token is judged by that token alone. */
  private boolean isAnonymous(RoutingContext context) {
    return protection.isOn() && context.request().getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  static Problem invalidLink() {
    return Problem.of(
        ProblemKind.LINK_INVALID, "The link has expired or was changed; get a new one.");
  }
}
