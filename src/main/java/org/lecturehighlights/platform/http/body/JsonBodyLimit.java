package org.lecturehighlights.platform.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * How large a body may be that unlike media is read into memory. One that announces more is refused
 * by {@link UnroutedRequests} if it says that it is JSON; all others by {@link BodyReader}.
 */
@Singleton
public class JsonBodyLimit {
  /** {@code application/json} and those that end in {@code +json}, after RFC 6839. */
  private static final Pattern JSON = Pattern.compile("application/([^;]+\\+)?json\\s*(;.*)?");

  private final int largest;

  JsonBodyLimit(
      @ConfigProperty(name = "lecture.json.max-size", defaultValue = "64K") MemorySize largest) {
    this.largest = Math.toIntExact(largest.asLongValue());
  }

  public boolean refuses(@Nullable String contentType, long declaredSize) {
    return isJson(contentType) && declaredSize > largest;
  }

  public Problem problem() {
    return Problem.of(
        ProblemKind.BODY_TOO_LARGE, "Send no more than %d bytes of JSON.".formatted(largest));
  }

  /** Bytes. */
  int largest() {
    return largest;
  }

  /** After the answer, since what the client still sends would be read to its end. */
  public static void hangUp(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    context.addEndHandler(_ -> context.request().connection().close());
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
  }
}
