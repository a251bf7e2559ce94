package org.lecturehighlights.contract;

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
      Map.of(
          "X-Request-ID", "name of this request, as the caller gave it or else a new one",
          "Location", "address of what was made",
          "WWW-Authenticate", "how to become known",
          "ETag", "version of what is answered, for If-None-Match and If-Range",
          "Last-Modified", "when it last changed",
          "Accept-Ranges", "bytes: parts may be asked for by Range",
          "Content-Range", "which part of the file this is",
          "Cache-Control", "who may keep the answer",
          "Content-Disposition", "the name under which a browser stores the file");

  private CommonHeaders() {}

  static void define(Components components) {
    MEANINGS.forEach((name, meaning) -> components.addHeader(name, header(meaning)));
  }

  private static Header header(String meaning) {
    return OASFactory.createHeader()
        .description(meaning)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  /** What every answer has, and the address of what was made. */
  static void add(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          refer(response, "X-Request-ID");
          boolean saysWhere = String.valueOf(response.getDescription()).contains("Location");
          if (saysWhere && (status.equals("201") || status.equals("202"))) {
            refer(response, "Location");
          }
        });
  }

  static void refer(APIResponse response, String name) {
    if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
      response.addHeader(name, OASFactory.createHeader().ref(name));
    }
  }
}
