package org.lecturehighlights.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Streams of events are texts; the scanner describes the framework's own class instead. */
final class EventStreams {
  private static final String TYPE = "text/event-stream";

  private EventStreams() {}

  static void complete(Operation operation) {
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      if (response.getContent() != null && response.getContent().hasMediaType(TYPE)) {
        MediaType stream = response.getContent().getMediaType(TYPE);
        stream.setSchema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("Server-sent events, each with id, event and JSON data"));
        stream.setExample(
            """
            id: 7
            event: progress
            data: {"type": "progress", "job_id": "job_0123456789ab", "progress": {"percent": 12.5}}

            """);
      }
    }
  }
}
