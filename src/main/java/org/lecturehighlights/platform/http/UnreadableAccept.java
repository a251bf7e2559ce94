package org.lecturehighlights.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Refuses an {@code Accept} that the framework would stumble over after the work is done. */
class UnreadableAccept {
  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  public void refuse(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          ProblemKind.MALFORMED_REQUEST, "Accept must list content types, such as */*.", e);
    }
  }
}
