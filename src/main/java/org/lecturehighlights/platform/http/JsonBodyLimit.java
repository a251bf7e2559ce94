package org.lecturehighlights.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * How large JSON may be, which unlike media is read into memory. What says its size is refused by
 * {@link UnroutedRequests}; what comes in chunks is read as far as the limit, and here.
 */
@Singleton
class JsonBodyLimit {
  /** {@code application/json} and those that end in {@code +json}, after RFC 6839. */
  private static final Pattern JSON = Pattern.compile("application/([^;]+\\+)?json\\s*(;.*)?");

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  private final int largest;

  JsonBodyLimit(
      @ConfigProperty(name = "lecture.json.max-size", defaultValue = "64K") MemorySize largest) {
    this.largest = Math.toIntExact(largest.asLongValue());
  }

  boolean refuses(@Nullable String contentType, long declaredSize) {
    return isJson(contentType) && declaredSize > largest;
  }

  Problem problem() {
    return Problem.of(
        ProblemKind.BODY_TOO_LARGE, "Send no more than %d bytes of JSON.".formatted(largest));
  }

  @ServerRequestFilter
  void readInChunks(ContainerRequestContext request, RoutingContext context) throws IOException {
    if (WITHOUT_BODY.contains(request.getMethod())
        || !isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
        || context.request().getHeader(HttpHeaders.CONTENT_LENGTH) != null) {
      return;
    }
    byte[] body = new byte[largest + 1];
    // The variant that returns an array asks for no bytes at last, for which this stream waits.
    int length = request.getEntityStream().readNBytes(body, 0, body.length);
    if (length > largest) {
      hangUp(context);
      throw problem();
    }
    if (length > 0) {
      request.setEntityStream(new ByteArrayInputStream(body, 0, length));
    }
  }

  /** After the answer, since what the client still sends would be read to its end. */
  static void hangUp(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    context.addEndHandler(_ -> context.request().connection().close());
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
  }
}
