package org.lecturehighlights.app.openapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Fails when a test asks for it, like a defect of ours; exists only in tests. */
class BreakOnDemand {
  static final String HEADER = "X-Break";

  @ServerRequestFilter
  public void fail(ContainerRequestContext request) {
    if (request.getHeaderString(HEADER) != null) {
      throw new IllegalStateException("a test asked for it");
    }
  }
}
