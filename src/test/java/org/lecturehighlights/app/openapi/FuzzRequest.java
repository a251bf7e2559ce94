package org.lecturehighlights.app.openapi;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A request that somebody might send, by mistake or on purpose. */
record FuzzRequest(String method, String pathAndQuery, Map<String, String> headers, byte[] body) {
  /** Longer than any answer takes on a busy machine; whatever takes longer hangs. */
  static final Duration GUARD = Duration.ofSeconds(30);

  HttpRequest to(URI server) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + pathAndQuery))
            .timeout(GUARD)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return request.build();
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean readable = text.codePoints().allMatch(c -> c >= ' ' && c < 0x7f);
    return "%s %.300s %.300s %.300s"
        .formatted(method, pathAndQuery, headers, readable ? text : body.length + " bytes");
  }
}
