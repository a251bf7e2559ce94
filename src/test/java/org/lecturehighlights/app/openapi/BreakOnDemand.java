package org.lecturehighlights.app.openapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Fails where a test asks for it, as a mistake of ours would; exists in tests alone. */
class BreakOnDemand {
  static final String HEADER = "X-Break";

  @ServerRequestFilter
  public void fail(ContainerRequestContext request) {
    if (request.getHeaderString(HEADER) != null) {
      throw new IllegalStateException("a test asked for it");
    }
  }
}
