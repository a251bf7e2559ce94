package org.lecturehighlights.app.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers, each described once. */
final class CommonHeaders {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("X-Request-ID", "id of this request: the caller's own, or a new one"),
          Map.entry("Location", "address of what was created"),
          Map.entry("Retry-After", "seconds to wait before the request is sent again"),
          Map.entry(
              "RateLimit",
              "requests that are left, and seconds until all are available " + "again"),
          Map.entry("RateLimit-Policy", "requests that are allowed within a number of seconds"),
          Map.entry("WWW-Authenticate", "how to authenticate"),
          Map.entry("ETag", "version of the content, for If-None-Match and If-Match"),
          Map.entry("Last-Modified", "when the content last changed"),
          Map.entry("Accept-Ranges", "bytes: parts can be requested with Range"),
          Map.entry("Content-Range", "which part of the file this is"),
          Map.entry("Cache-Control", "who may cache the answer"),
          Map.entry("Content-Disposition", "the name under which a browser saves the file"),
          Map.entry("Upload-Offset", "how many bytes have arrived"),
          Map.entry("Upload-Length", "how many bytes the whole file has"),
          Map.entry("Upload-Metadata", "the metadata that was sent when the upload began"),
          Map.entry("Upload-Expires", "when the upload must be complete"),
          Map.entry("Tus-Resumable", "version of the tus protocol"),
          Map.entry("Tus-Version", "versions of the tus protocol that are supported"),
          Map.entry("Tus-Extension", "extensions of the tus protocol that are supported"),
          Map.entry("Tus-Checksum-Algorithm", "algorithms for Upload-Checksum"),
          Map.entry("Tus-Max-Size", "size in bytes of the largest lecture that is accepted"));

  private CommonHeaders() {}

  static void define(Components components) {
    MEANINGS.forEach((name, meaning) -> components.addHeader(name, header(meaning)));
  }

  private static Header header(String meaning) {
    return OASFactory.createHeader()
        .description(meaning)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  /**
   * Adds the headers that every answer has; resources declare others by {@code @Header(ref = …)}.
   */
  static void add(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> {
          refer(response, "X-Request-ID");
          refer(response, "RateLimit");
          refer(response, "RateLimit-Policy");
        });
  }

  static void refer(APIResponse response, String name) {
    if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
      response.addHeader(name, OASFactory.createHeader().ref(name));
    }
  }
}
