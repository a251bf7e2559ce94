package org.lecturehighlights.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an {@code Accept} that the framework would stumble over after the work is done. */
class UnreadableAccept {
  @ServerRequestFilter(preMatching = true)
  public void refuse(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          ProblemKind.MALFORMED_REQUEST, "Accept must list content types, such as */*.", e);
    }
  }
}
