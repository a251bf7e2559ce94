package org.lecturehighlights.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.storage.ObjectStorage;
import org.lecturehighlights.upload.RawHttp.Answer;

/** What https://tus.io/protocols/resumable-upload asks of a server, by raw HTTP. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class TusTest {
  private static final String UPLOADS = "/api/v1/uploads";
  private static final String BYTES = "application/offset+octet-stream";

  @TempDir static Path directory;
  private static byte[] lecture;
  private static byte[] text;

  @Inject ObjectStorage storage;

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    Recordings recordings = Recordings.in(directory);
    lecture = Files.readAllBytes(recordings.lecture());
    text = Files.readAllBytes(recordings.text());
  }

  @Test
  void options_tell_what_the_server_knows_without_a_version() throws IOException {
    Answer answer = ask("OPTIONS", UPLOADS);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Max-Size")).isEqualTo("" + UploadProfile.LARGEST);
    assertThat(answer.header("Tus-Extension").split(","))
        .contains("creation", "creation-with-upload", "termination", "expiration", "checksum");
    assertThat(answer.header("Tus-Checksum-Algorithm").split(",")).contains("sha1");
  }

  @Test
  void an_upload_begins_with_an_address_and_no_bytes() throws IOException {
    Answer begun = create(1000, metadata("Vorlesung – Übung.mp4"));
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(begun.header("Location")).matches("http://localhost.*/uploads/job_[0-9a-f]{12}");
    assertThat(expires(begun)).isAfter(ZonedDateTime.now());

    Answer found = find(path(begun));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.offset()).isZero();
    assertThat(found.header("Upload-Length")).isEqualTo("1000");
    assertThat(found.header("Upload-Metadata")).isEqualTo(metadata("Vorlesung – Übung.mp4"));
    assertThat(found.header("Cache-Control")).contains("no-store");
    given()
        .get("/api/v1/jobs/" + job(path(begun)))
        .then()
        .statusCode(200)
        .body("status", equalTo("pending"))
        .body("filename", equalTo("Vorlesung – Übung.mp4"));
  }

  @Test
  void a_lecture_in_random_pieces_is_queued_with_the_last_byte() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    int offset = 0;
    while (offset < lecture.length) {
      int end = Math.min(lecture.length, offset + 1 + random.nextInt(lecture.length / 5));
      byte[] piece = Arrays.copyOfRange(lecture, offset, end);
      Answer answer =
          switch (random.nextInt(4)) {
            case 0 -> append(path, offset, piece, "Upload-Checksum", sum("sha1", "SHA-1", piece));
            case 1 ->
                append(path, offset, piece, "Upload-Checksum", sum("sha256", "SHA-256", piece));
            case 2 -> appendInChunks(path, offset, piece);
            default -> append(path, offset, piece);
          };
      assertThat(answer.status()).as(answer.body()).isEqualTo(204);
      assertThat(answer.offset()).isEqualTo(end);
      assertThat(expires(answer)).isAfter(ZonedDateTime.now());
      offset = end;
    }
    assertQueuedWhole(path);
  }

  @Test
  void a_connection_that_is_cut_keeps_what_arrived_and_goes_on() throws IOException {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    int half = lecture.length / 2;
    try (RawHttp http = new RawHttp()) {
      http.head("PATCH", path, patchHeaders(0, lecture.length)).send(Arrays.copyOf(lecture, half));
      awaitOffset(path, half);
      http.cut();
    }
    // The server may notice the cut a moment later.
    byte[] rest = Arrays.copyOfRange(lecture, half, lecture.length);
    await().atMost(Duration.ofSeconds(30)).until(() -> append(path, half, rest).status() == 204);
    assertQueuedWhole(path);
  }

  @Test
  void bytes_without_a_proof_do_not_count_when_the_connection_is_cut() throws Exception {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    append(path, 0, Arrays.copyOf(lecture, 1000));
    byte[] rest = Arrays.copyOfRange(lecture, 1000, lecture.length);
    try (RawHttp http = new RawHttp()) {
      http.head(
              "PATCH",
              path,
              with(patchHeaders(1000, rest.length), "Upload-Checksum", sum("sha1", "SHA-1", rest)))
          .send(Arrays.copyOf(rest, rest.length / 2));
      Path part = Path.of("target/upload-test/storage/.resumable", job(path) + ".part");
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.size(part) > 1000);
      assertThat(find(path).offset()).isEqualTo(1000);
      http.cut();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            append(path, 1000, rest, "Upload-Checksum", sum("sha1", "SHA-1", rest)).status()
                == 204);
    assertQueuedWhole(path);
  }

  @Test
  void a_wrong_checksum_throws_the_piece_away() throws Exception {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    append(path, 0, Arrays.copyOf(lecture, 1000));
    byte[] piece = Arrays.copyOfRange(lecture, 1000, 3000);
    Answer refused = append(path, 1000, piece, "Upload-Checksum", sum("sha1", "SHA-1", lecture));
    assertProblem(refused, 460, "CHECKSUM_MISMATCH");
    assertThat(find(path).offset()).isEqualTo(1000);
    assertThat(append(path, 1000, piece, "Upload-Checksum", sum("md5", "MD5", piece)).offset())
        .isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource({"crc32 AAAA", "sha1", "sha1 ==="})
  void a_checksum_that_cannot_be_read_is_refused(String header) throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    assertProblem(
        append(path, 0, new byte[10], "Upload-Checksum", header), 400, "VALIDATION_ERROR");
    assertThat(find(path).offset()).isZero();
  }

  @Test
  void bytes_from_a_wrong_offset_are_refused() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    append(path, 0, new byte[10]);
    assertProblem(append(path, 0, new byte[10]), 409, "UPLOAD_OFFSET_CONFLICT");
    assertProblem(append(path, 11, new byte[10]), 409, "UPLOAD_OFFSET_CONFLICT");
    assertProblem(append(path, -1, new byte[10]), 400, "VALIDATION_ERROR");
    assertThat(find(path).offset()).isEqualTo(10);
  }

  @Test
  void more_bytes_than_announced_are_refused_and_none_stays() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    append(path, 0, new byte[10]);
    assertProblem(append(path, 10, new byte[991]), 413, "FILE_TOO_LARGE");
    assertProblem(appendInChunks(path, 10, new byte[991]), 413, "FILE_TOO_LARGE");
    assertThat(find(path).offset()).isEqualTo(10);
  }

  @Test
  void another_content_type_and_another_version_are_refused() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    Answer type =
        ask("PATCH", path, "Tus-Resumable", "1.0.0", "Upload-Offset", "0", "Content-Length", "0");
    assertProblem(type, 415, "UNSUPPORTED_MEDIA_TYPE");
    Answer version = ask("POST", UPLOADS, "Tus-Resumable", "0.2.2", "Content-Length", "0");
    assertProblem(version, 412, "PROTOCOL_VERSION_UNSUPPORTED");
    assertThat(version.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(ask("HEAD", path).status()).isEqualTo(412);
  }

  @Test
  void two_cannot_write_at_once() throws IOException {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    try (RawHttp first = new RawHttp()) {
      first.head("PATCH", path, patchHeaders(0, lecture.length)).send(Arrays.copyOf(lecture, 100));
      awaitOffset(path, 100);
      assertProblem(append(path, 100, new byte[10]), 423, "UPLOAD_IN_USE");
      assertProblem(ask("DELETE", path, "Tus-Resumable", "1.0.0"), 423, "UPLOAD_IN_USE");
      first.send(Arrays.copyOfRange(lecture, 100, lecture.length));
      assertThat(first.answer(true).status()).isEqualTo(204);
    }
    assertQueuedWhole(path);
  }

  @Test
  void a_terminated_upload_is_gone_with_its_bytes() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    append(path, 0, new byte[10]);
    assertThat(ask("DELETE", path, "Tus-Resumable", "1.0.0").status()).isEqualTo(204);

    assertThat(find(path).status()).isEqualTo(410);
    assertThat(find(path).header("Tus-Resumable")).isEqualTo("1.0.0");
    assertProblem(append(path, 10, new byte[10]), 410, "UPLOAD_EXPIRED");
    assertThat(Path.of("target/upload-test/storage/.resumable", job(path) + ".part"))
        .doesNotExist();
    assertThat(find(UPLOADS + "/job_000000000000").status()).isEqualTo(404);
  }

  @Test
  void a_beginning_may_bring_all_the_bytes() throws IOException {
    try (RawHttp http = new RawHttp()) {
      Answer begun =
          http.head(
                  "POST",
                  UPLOADS,
                  "Tus-Resumable",
                  "1.0.0",
                  "Upload-Length",
                  "" + lecture.length,
                  "Upload-Metadata",
                  metadata("lecture.mp4"),
                  "Content-Type",
                  BYTES,
                  "Content-Length",
                  "" + lecture.length)
              .send(lecture)
              .answer(true);
      assertThat(begun.status()).as(begun.body()).isEqualTo(201);
      assertThat(begun.offset()).isEqualTo(lecture.length);
      assertQueuedWhole(path(begun));
      assertThat(ask("DELETE", path(begun), "Tus-Resumable", "1.0.0").status()).isEqualTo(409);
      assertThat(append(path(begun), lecture.length, new byte[0]).status()).isEqualTo(204);
    }
  }

  @Test
  void what_is_no_lecture_fails_its_job_with_the_last_byte() throws IOException {
    String path = path(create(text.length, metadata("text.mp4")));
    assertProblem(append(path, 0, text), 422, "NOT_A_VIDEO");
    assertThat(find(path).status()).isEqualTo(410);
    given()
        .get("/api/v1/jobs/" + job(path))
        .then()
        .body("status", equalTo("failed"))
        .body("error_code", equalTo("NOT_A_VIDEO"));
    assertThat(storage.list(job(path))).isEmpty();
  }

  @Test
  void a_method_may_be_written_in_a_header() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    try (RawHttp http = new RawHttp()) {
      Answer answer =
          http.head("POST", path, with(patchHeaders(0, 10), "X-HTTP-Method-Override", "PATCH"))
              .send(new byte[10])
              .answer(true);
      assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
    assertThat(find(path).offset()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000   | filename bGVjdHVyZS5leGU=                      | 400 | VALIDATION_ERROR
          1000   | filename bGVjdHVyZS5tcDQ=,filename bGVj        | 400 | VALIDATION_ERROR
          1000   | filename ???                                   | 400 | VALIDATION_ERROR
          1000   | filename bGVjdHVyZS5tcDQ=,filetype dGV4dC9odG1s | 400 | VALIDATION_ERROR
          1000   | filename bGVjdHVyZS5tcDQ=,clip_count MA==      | 400 | VALIDATION_ERROR
          many   | filename bGVjdHVyZS5tcDQ=                      | 400 | VALIDATION_ERROR
          -1     | filename bGVjdHVyZS5tcDQ=                      | 400 | VALIDATION_ERROR
          0      | filename bGVjdHVyZS5tcDQ=                      | 422 | EMPTY_FILE
          400001 | filename bGVjdHVyZS5tcDQ=                      | 413 | FILE_TOO_LARGE
          """)
  void a_beginning_that_makes_no_sense_is_refused_before_bytes_come(
      String length, String metadata, int status, String code) throws IOException {
    assertProblem(create(length, metadata), status, code);
  }

  private void assertQueuedWhole(String path) throws IOException {
    given()
        .get("/api/v1/jobs/" + job(path))
        .then()
        .body("status", equalTo("queued"))
        .body("video_duration", equalTo(3.0f));
    String key = job(path) + "/upload/original.mp4";
    assertThat(storage.list(job(path))).isEqualTo(List.of(key));
    try (var stored = storage.open(key)) {
      assertThat(stored.readAllBytes()).isEqualTo(lecture);
    }
    assertThat(find(path).offset()).isEqualTo(lecture.length);
  }

  private static void awaitOffset(String path, long offset) {
    await().atMost(Duration.ofSeconds(30)).until(() -> find(path).offset() == offset);
  }

  private static Answer create(Object length, String metadata) throws IOException {
    return ask(
        "POST",
        UPLOADS,
        "Tus-Resumable",
        "1.0.0",
        "Upload-Length",
        length.toString(),
        "Upload-Metadata",
        metadata,
        "Content-Length",
        "0");
  }

  private static Answer find(String path) throws IOException {
    return ask("HEAD", path, "Tus-Resumable", "1.0.0");
  }

  private static Answer append(String path, long offset, byte[] bytes, String... more)
      throws IOException {
    try (RawHttp http = new RawHttp()) {
      return http.head("PATCH", path, with(patchHeaders(offset, bytes.length), more))
          .send(bytes)
          .answer(true);
    }
  }

  private static Answer appendInChunks(String path, long offset, byte[] bytes) throws IOException {
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

  private static Answer ask(String method, String path, String... headers) throws IOException {
    try (RawHttp http = new RawHttp()) {
      return http.head(method, path, headers).answer(!method.equals("HEAD"));
    }
  }

  private static String[] patchHeaders(long offset, long length) {
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

  private static String[] with(String[] headers, String... more) {
    String[] all = Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return all;
  }

  private static String metadata(String filename) {
    return "filename " + Base64.getEncoder().encodeToString(filename.getBytes(UTF_8)) + ",draft";
  }

  private static String sum(String name, String algorithm, byte[] bytes)
      throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return name + " " + Base64.getEncoder().encodeToString(digest);
  }

  private static String path(Answer begun) {
    return begun.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static String job(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static ZonedDateTime expires(Answer answer) {
    return ZonedDateTime.parse(
        answer.header("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Max-Size")).isEqualTo("" + UploadProfile.LARGEST);
  }
}
