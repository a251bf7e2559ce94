package org.lecturehighlights.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a request, as filters compare it. The only place that knows which addresses belong to
 * what.
 *
 * @param text from the root, without query
 */
public record ApiPath(String text) {
  /** Where resumable uploads live. */
  public static final String RESUMABLE_UPLOADS = "/api/v1/uploads";

  private static final Pattern EVENT_STREAM = Pattern.compile("/api/v1/jobs/([^/]+)/events");

  /** What makes work for minutes: one-shot, announced and resumable uploads, and retries. */
  private static final Pattern CREATION =
      Pattern.compile("/api/v1/(jobs|upload|uploads|jobs/[^/]+/retry)/*");

  /** Without dot segments and double slashes, and with escaped letters decoded. */
  public static ApiPath normalized(RoutingContext context) {
    return new ApiPath(context.normalizedPath());
  }

  /** As the caller sent it, which is what a link's signature covers. */
  public static ApiPath asSent(RoutingContext context) {
    return new ApiPath(String.valueOf(context.request().path()));
  }

  /** Whether this is the root or lies below it. */
  public boolean isBelow(String root) {
    return text.equals(root) || text.startsWith(root + "/");
  }

  public boolean isApi() {
    return text.startsWith("/api/");
  }

  public boolean isWebSocket() {
    return text.startsWith("/ws/");
  }

  /** Health, metrics, the API's description and the tools of development. */
  public boolean isTool() {
    return text.startsWith("/q/");
  }

  public boolean isResumableUpload() {
    return isBelow(RESUMABLE_UPLOADS);
  }

  /** Whether a POST here begins work for minutes. */
  public boolean isCreation() {
    return CREATION.matcher(text).matches();
  }

  /** The job whose progress this streams. */
  public Optional<String> eventStreamOf() {
    Matcher stream = EVENT_STREAM.matcher(text);
    return stream.matches() ? Optional.of(stream.group(1)) : Optional.empty();
  }
}
