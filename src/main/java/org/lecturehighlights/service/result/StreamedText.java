package org.lecturehighlights.service.result;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A text as the body of an answer, in UTF-8, that is never in memory as a whole. */
final class StreamedText {
  private StreamedText() {}

  /** Ends in silence when the caller has left. */
  static StreamingOutput of(TranscriptFiles.Text text, HttpServerResponse bare) {
    return to -> {
      try {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        text.write(out);
        out.flush();
      } catch (IOException e) {
        if (!bare.closed()) {
          throw e;
        }
      }
    };
  }
}
