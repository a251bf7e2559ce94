package org.lecturehighlights.app.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes bodies other than JSON as text or bytes; the scanner describes the framework's own
 * classes instead.
 */
final class RawBodies {
  private static final String EVENTS = "text/event-stream";

  private RawBodies() {}

  static void complete(Operation operation) {
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      if (response.getContent() != null) {
        response.getContent().getMediaTypes().forEach(RawBodies::complete);
      }
    }
  }

  private static void complete(String type, MediaType body) {
    if (type.equals(EVENTS)) {
      body.setSchema(text().description("Server-sent events, each with id, event and JSON data"));
      body.setExample(
          """
          id: 7
          event: progress
          data: {"type": "progress", "job_id": "job_0123456789ab", "progress": {"percent": 12.5}}

          """);
    } else if (!type.contains("json")) {
      boolean readable =
          type.startsWith("text/") || type.contains("xml") || type.contains("charset=");
      body.setSchema(readable ? text() : text().format("binary"));
    }
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
