package org.lecturehighlights.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload in three steps; the lecture may be enlarged by bytes that players skip. */
final class Upload {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BOX_HEADER = 16;

  private Upload() {}

  /**
   * Sends a lecture and confirms it.
   *
   * @param lecture an MP4
   * @param size number of bytes to send: the lecture's size, or more, filled with an MP4 box {@code
   *     free}
   * @return the job's id
   */
  static String send(Server server, Path lecture, long size) throws IOException {
    JsonNode ticket =
        post(
            server,
            "/api/v1/upload",
            "{\"filename\": \"%s\", \"file_size\": %d, \"content_type\": \"video/mp4\"}"
                .formatted(lecture.getFileName(), size));
    var put =
        (HttpURLConnection) URI.create(ticket.path("upload_url").asText()).toURL().openConnection();
    put.setRequestMethod("PUT");
    put.setRequestProperty("Content-Type", "video/mp4");
    put.setDoOutput(true);
    put.setFixedLengthStreamingMode(size);
    try (DataOutputStream body = new DataOutputStream(put.getOutputStream())) {
      Files.copy(lecture, body);
      long left = size - Files.size(lecture);
      if (left >= BOX_HEADER) {
        free(body, left);
      }
    }
    expect(put, 204);
    String job = ticket.path("job_id").asText();
    post(server, "/api/v1/upload/confirm", "{\"job_id\": \"%s\"}".formatted(job));
    return job;
  }

  /** Writes a box with a 64-bit size (ISO/IEC 14496-12, 4.2 and 8.1.2) that contains only zeros. */
  private static void free(DataOutputStream body, long size) throws IOException {
    body.writeInt(1);
    body.writeBytes("free");
    body.writeLong(size);
    byte[] zeros = new byte[1 << 18];
    for (long left = size - BOX_HEADER; left > 0; left -= zeros.length) {
      body.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private static JsonNode post(Server server, String path, String json) throws IOException {
    var post =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + server.port() + path).toURL().openConnection();
    post.setRequestProperty("Content-Type", "application/json");
    post.setDoOutput(true);
    try (var body = post.getOutputStream()) {
      body.write(json.getBytes(StandardCharsets.UTF_8));
    }
    int status = post.getResponseCode();
    if (status >= 300) {
      expect(post, 200);
    }
    return JSON.readTree(post.getInputStream());
  }

  private static void expect(HttpURLConnection answer, int status) throws IOException {
    if (answer.getResponseCode() != status) {
      var error = answer.getErrorStream();
      throw new IOException(
          answer.getURL().getPath()
              + " answered "
              + answer.getResponseCode()
              + (error == null
                  ? ""
                  : " " + new String(error.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
