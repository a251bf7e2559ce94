package org.lecturehighlights.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers in the shape of all problems what never reaches a resource: addresses without one that
 * are no static file either, and requests that the web server refuses, such as too large bodies.
 */
@Singleton
class UnroutedRequests {
  private static final Logger LOG = Logger.getLogger(UnroutedRequests.class);

  private final ObjectMapper json;
  private final long largestBody;

  UnroutedRequests(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this.json = json;
    this.largestBody = largestBody.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(context -> refuse(context, 404));
    router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(this::fail);
  }

  /** Before the framework looks, which would answer 413 without a body. */
  private void check(RoutingContext context) {
    if (String.valueOf(context.request().uri()).contains("%00")) {
      // Nothing has a NUL in its name, and the database refuses to look for one.
      refuse(context, 400);
    } else if (declaredSize(context) > largestBody) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      // What the client still sends would otherwise be read to its end.
      context.response().endHandler(_ -> context.request().connection().close());
      refuse(context, 413);
    } else {
      context.next();
    }
  }

  private static long declaredSize(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private void fail(RoutingContext context) {
    if (context.failure() instanceof Problem problem) {
      refuse(context, problem.kind(), problem.detail());
    } else {
      refuse(context, context.statusCode() < 400 ? 500 : context.statusCode());
    }
  }

  private void refuse(RoutingContext context, int status) {
    ProblemKind kind = RefusedRequest.kindOf(status);
    if (kind == ProblemKind.INTERNAL_SERVER_ERROR) {
      UUID incident = UUID.randomUUID();
      LOG.errorf(context.failure(), "%s: incident %s", context.normalizedPath(), incident);
      refuse(context, kind, RefusedRequest.incident(incident));
    } else {
      refuse(context, kind, RefusedRequest.detailOf(kind));
    }
  }

  private void refuse(RoutingContext context, ProblemKind kind, String detail) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    kind.challenge().ifPresent(how -> context.response().putHeader("WWW-Authenticate", how));
    context
        .response()
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.CONTENT_TYPE)
        .end(write(ProblemBody.of(kind, detail, null, context.normalizedPath())));
  }

  private String write(ProblemBody body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
