package org.lecturehighlights.platform.http;

import io.vertx.ext.web.RoutingContext;

/**
 * The path of a request, for what filters add to answers. It says nothing of who may call or how
 * often, and with what: the framework finds endpoints by other spellings, too.
 *
 * @param text from the root, without query
 */
public record ApiPath(String text) {
  /** Where resumable uploads live. */
  public static final String RESUMABLE_UPLOADS = "/api/v1/uploads";

  /** Without dot segments and double slashes, and with escaped letters decoded. */
  public static ApiPath normalized(RoutingContext context) {
    return new ApiPath(context.normalizedPath());
  }

  /** Whether this is the root or lies below it. */
  public boolean isBelow(String root) {
    return text.equals(root) || text.startsWith(root + "/");
  }

  public boolean isApi() {
    return text.startsWith("/api/");
  }

  /** Health, metrics, the API's description and the tools of development. */
  public boolean isTool() {
    return text.startsWith("/q/");
  }

  public boolean isResumableUpload() {
    return isBelow(RESUMABLE_UPLOADS);
  }
}
