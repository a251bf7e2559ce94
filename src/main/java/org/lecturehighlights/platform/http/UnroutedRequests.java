package org.lecturehighlights.platform.http;

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
import org.lecturehighlights.platform.http.body.JsonBodyLimit;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Answers in the shape of all problems what never reaches a resource: addresses without one that
 * are no static file either, and requests that the web server refuses, such as too large bodies.
 */
@Singleton
class UnroutedRequests {
  private static final Logger LOG = Logger.getLogger(UnroutedRequests.class);

  private final ObjectMapper json;
  private final JsonBodyLimit jsonLimit;
  private final long largestBody;

  UnroutedRequests(
      ObjectMapper json,
      JsonBodyLimit jsonLimit,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this.json = json;
    this.jsonLimit = jsonLimit;
    this.largestBody = largestBody.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(this::notFound);
    router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(this::fail);
  }

  private void notFound(RoutingContext context) {
    if (NotFoundPage.isWanted(context)) {
      NotFoundPage.send(context);
    } else {
      refuse(context, 404);
    }
  }

  /** Before the framework looks, which would answer 413 without a body. */
  private void check(RoutingContext context) {
    long size = declaredSize(context);
    if (String.valueOf(context.request().uri()).contains("%00")) {
      // Nothing has a NUL in its name, and the database refuses to look for one.
      refuse(context, 400);
    } else if (jsonLimit.refuses(context.request().getHeader(HttpHeaders.CONTENT_TYPE), size)) {
      JsonBodyLimit.hangUp(context);
      fail(context, jsonLimit.problem());
    } else if (size > largestBody) {
      JsonBodyLimit.hangUp(context);
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
      fail(context, problem);
    } else {
      refuse(context, context.statusCode() < 400 ? 500 : context.statusCode());
    }
  }

  private void fail(RoutingContext context, Problem problem) {
    refuse(context, problem.kind(), problem.detail());
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
    kind.retryAfterSeconds()
        .ifPresent(
            seconds -> context.response().putHeader("Retry-After", Integer.toString(seconds)));
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
