package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.upload.RawHttp.Answer;

/** Requests of a tus client, by raw HTTP. */
final class TusRequests {
  static final String UPLOADS = "/api/v1/uploads";

  static final String BYTES = "application/offset+octet-stream";

  private TusRequests() {}

  static Answer create(Object length, String metadata, String... more) throws IOException {
    return ask(
        "POST",
        UPLOADS,
        with(
            new String[] {
              "Tus-Resumable",
              "1.0.0",
              "Upload-Length",
              length.toString(),
              "Upload-Metadata",
              metadata,
              "Content-Length",
              "0"
            },
            more));
  }

  static Answer find(String path, String... more) throws IOException {
    return ask("HEAD", path, with(new String[] {"Tus-Resumable", "1.0.0"}, more));
  }

  static Answer append(String path, long offset, byte[] bytes, String... more) throws IOException {
    try (RawHttp http = new RawHttp()) {
      return http.head("PATCH", path, with(patchHeaders(offset, bytes.length), more))
          .send(bytes)
          .answer(true);
    }
  }

  static Answer appendInChunks(String path, long offset, byte[] bytes) throws IOException {
    String[] headers = patchHeaders(offset, 0);
    headers[headers.length - 2] = "Transfer-Encoding";
    headers[headers.length - 1] = "chunked";
    try (RawHttp http = new RawHttp()) {
      http.head("PATCH", path, headers);
      for (int from = 0; from < bytes.length; from += 700) {
        http.chunk(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 700)));
      }
      return http.chunk(new byte[0]).answer(true);
    }
  }

  static Answer ask(String method, String path, String... headers) throws IOException {
    try (RawHttp http = new RawHttp()) {
      return http.head(method, path, headers).answer(!method.equals("HEAD"));
    }
  }

  static String[] patchHeaders(long offset, long length) {
    return new String[] {
      "Tus-Resumable",
      "1.0.0",
      "Upload-Offset",
      "" + offset,
      "Content-Type",
      BYTES,
      "Content-Length",
      "" + length
    };
  }

  static String[] with(String[] headers, String... more) {
    String[] all = Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return all;
  }

  static String metadata(String filename) {
    return "filename " + Base64.getEncoder().encodeToString(filename.getBytes(UTF_8)) + ",draft";
  }

  static String sum(String name, String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return name + " " + Base64.getEncoder().encodeToString(digest);
  }

  static String path(Answer begun) {
    return begun.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  static String job(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static ZonedDateTime expires(Answer answer) {
    return ZonedDateTime.parse(
        answer.header("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Max-Size")).isNotEmpty();
  }

  /** The lecture is one object, and its job waits for a worker. */
  static void assertQueuedWhole(String path, byte[] lecture, ObjectStorage storage)
      throws IOException {
    given()
        .get("/api/v1/jobs/" + job(path))
        .then()
        .body("status", equalTo("queued"))
        .body("video_duration", equalTo(3.0f));
    assertStored(path, lecture, storage);
    assertThat(find(path).offset()).isEqualTo(lecture.length);
  }

  static void assertStored(String path, byte[] lecture, ObjectStorage storage) throws IOException {
    String key = job(path) + "/upload/original.mp4";
    assertThat(storage.list(job(path))).isEqualTo(List.of(key));
    try (var stored = storage.open(key)) {
      assertThat(stored.readAllBytes()).isEqualTo(lecture);
    }
  }
}
