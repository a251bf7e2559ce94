package org.lecturehighlights.app.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers of answers, each told of once. */
final class CommonHeaders {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "X-Request-ID", "name of this request, as the caller gave it or else a new one"),
          Map.entry("Location", "address of what was made"),
          Map.entry("Retry-After", "seconds after which the request may come again"),
          Map.entry("RateLimit", "requests that are left, and seconds until all are there again"),
          Map.entry("RateLimit-Policy", "requests that are allowed in a window of seconds"),
          Map.entry("WWW-Authenticate", "how to become known"),
          Map.entry("ETag", "version of what is answered, for If-None-Match and If-Match"),
          Map.entry("Last-Modified", "when it last changed"),
          Map.entry("Accept-Ranges", "bytes: parts may be asked for by Range"),
          Map.entry("Content-Range", "which part of the file this is"),
          Map.entry("Cache-Control", "who may keep the answer"),
          Map.entry("Content-Disposition", "the name under which a browser stores the file"),
          Map.entry("Upload-Offset", "how many bytes are here"),
          Map.entry("Upload-Length", "how many bytes there are to be"),
          Map.entry("Upload-Metadata", "what was said when the upload began"),
          Map.entry("Upload-Expires", "when the upload must be complete"),
          Map.entry("Tus-Resumable", "version of the protocol"),
          Map.entry("Tus-Version", "versions of the protocol that are known"),
          Map.entry("Tus-Extension", "extensions of the protocol that are known"),
          Map.entry("Tus-Checksum-Algorithm", "algorithms for Upload-Checksum"),
          Map.entry("Tus-Max-Size", "bytes of the largest lecture"));

  private CommonHeaders() {}

  static void define(Components components) {
    MEANINGS.forEach((name, meaning) -> components.addHeader(name, header(meaning)));
  }

  private static Header header(String meaning) {
    return OASFactory.createHeader()
        .description(meaning)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  /** What every answer has; resources declare others by {@code @Header(ref = …)}. */
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
