package org.lecturehighlights.app.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Operations that serve a stored file say so by the extension {@code x-stored-file}, whose value is
 * the content type: they share ranges, conditions, headers and signed links.
 */
final class StoredFiles {
  private static final String MARK = "x-stored-file";

  /** Request headers and what they ask for. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "Range", "bytes=0-1023",
          "If-Range", "\"5f3c\"",
          "If-None-Match", "\"5f3c\"",
          "If-Match", "\"5f3c\"",
          "If-Modified-Since", "Wed, 07 Jan 2026 10:00:00 GMT");

  private StoredFiles() {}

  /** The parameters that open a link without a token. */
  static SecurityScheme signature() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.QUERY)
        .name("signature")
        .description("Signature of a link from the results; such a link has expires as well");
  }

  static void complete(Operation operation) {
    if (operation.getExtensions() == null || !operation.getExtensions().containsKey(MARK)) {
      return;
    }
    String type = String.valueOf(operation.getExtensions().get(MARK));
    operation.removeExtension(MARK);
    // The scanner copies the extension to the answers if a method describes some of them.
    operation.getResponses().removeExtension(MARK);
    operation.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("bearer"),
            OASFactory.createSecurityRequirement().addScheme("signature")));
    new TreeMap<>(QUESTIONS)
        .forEach((name, example) -> operation.addParameter(question(name, example)));
    answer(operation, "200", "The whole file", type);
    APIResponse part = answer(operation, "206", "The part that Range asks for", type);
    CommonHeaders.refer(part, "Content-Range");
    answer(operation, "304", "The caller's copy is still current", null);
  }

  private static Parameter question(String name, String example) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
        .example(example);
  }

  private static APIResponse answer(
      Operation operation, String status, String description, @Nullable String type) {
    APIResponse response = OASFactory.createAPIResponse().description(description);
    if (type != null) {
      response.setContent(of(type));
    }
    Stream.of("ETag", "Last-Modified", "Accept-Ranges", "Cache-Control", "Content-Disposition")
        .forEach(name -> CommonHeaders.refer(response, name));
    operation.getResponses().addAPIResponse(status, response);
    return response;
  }

  private static Content of(String type) {
    return OASFactory.createContent().addMediaType(type, OASFactory.createMediaType());
  }
}
