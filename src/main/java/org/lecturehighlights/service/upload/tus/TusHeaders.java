package org.lecturehighlights.service.upload.tus;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.lecturehighlights.platform.http.ApiPath;
import org.lecturehighlights.platform.http.EndpointOrder;
import org.lecturehighlights.platform.http.FilterOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.upload.Admission;

/** Every answer names the protocol, also one that another filter gives; every request must. */
@ApplicationScoped
class TusHeaders {
  private static final String VERSION = "1.0.0";

  private final Admission admission;

  TusHeaders(Admission admission) {
    this.admission = admission;
  }

  void register(@Observes Filters filters) {
    FilterOrder.TUS_HEADERS.register(filters, this::say);
  }

  /** Also where no endpoint is found, as for a wrong method. */
  private void say(RoutingContext context) {
    if (isOurs(context)) {
      sayAtEndpoint(context);
    }
    context.next();
  }

  @TusVersionRequired
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.ANNOTATIONS)
  void sayAtEndpoint(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Tus-Resumable", VERSION);
    headers.set("Tus-Version", VERSION);
    headers.set("Tus-Extension", "creation,creation-with-upload,termination,expiration,checksum");
    headers.set("Tus-Checksum-Algorithm", String.join(",", Checksum.ALGORITHMS.keySet()));
    headers.set("Tus-Max-Size", Long.toString(admission.largest()));
  }

  @TusVersionRequired
  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.TUS_VERSION)
  void require(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)
        && !VERSION.equals(request.getHeaderString("Tus-Resumable"))) {
      throw Problem.of(
          ProblemKind.PROTOCOL_VERSION_UNSUPPORTED, "Send the header Tus-Resumable: 1.0.0.");
    }
  }

  private static boolean isOurs(RoutingContext context) {
    return ApiPath.normalized(context).isResumableUpload();
  }
}
