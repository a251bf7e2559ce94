package org.lecturehighlights.app.openapi;

import org.jspecify.annotations.Nullable;

/**
 * An answer, as far as the document describes it.
 *
 * @param path as it was requested, percent-encoded, without the query
 * @param body the JSON; empty for other content types
 */
record Answer(
    String method,
    String path,
    int status,
    @Nullable String contentType,
    @Nullable String allow,
    String body) {

  boolean isProblem() {
    return contentType != null && contentType.startsWith("application/problem+json");
  }

  static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.contains("json");
  }
}
