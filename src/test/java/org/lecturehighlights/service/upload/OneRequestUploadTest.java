package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;

@QuarkusTest
@TestProfile(UploadProfile.class)
class OneRequestUploadTest {
  private static final String JOBS = "/api/v1/jobs";

  @TempDir static Path directory;
  private static Recordings recordings;

  @Inject ObjectStorage storage;
  @Inject SampleJobs rows;

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    recordings = Recordings.in(directory);
  }

  @Test
  void a_lecture_with_all_that_belongs_to_it_is_queued() {
    Response response =
        lecture("video/mp4")
            .multiPart("captions", "lecture.srt", Recordings.CAPTIONS.getBytes(UTF_8))
            .multiPart("processing_config", "{\"clip_count\":3}", "application/json")
            .multiPart("clip_min_seconds", "15")
            .post(JOBS);

    response
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("status", equalTo("queued"))
        .body("filename", equalTo("Vorlesung 1.mp4"))
        .body("video_duration", equalTo(3.0f))
        .header("Location", endsWith(JOBS + "/" + response.path("job_id")))
        .header("Location", containsString("http://localhost"));
    String job = response.path("job_id");
    assertThat(storage.list(job))
        .containsExactly(job + "/upload/captions.vtt", job + "/upload/original.mp4");
    assertThat(storage.size(job + "/upload/original.mp4"))
        .contains(recordings.lecture().toFile().length());
  }

  @Test
  void a_request_that_is_sent_again_makes_no_second_job() {
    String key = UUID.randomUUID().toString();
    Response first = lecture("video/mp4").header("Idempotency-Key", key).post(JOBS);
    first.then().statusCode(201);
    Response second = lecture("video/mp4").header("Idempotency-Key", key).post(JOBS);
    second.then().statusCode(201).body("job_id", equalTo(first.path("job_id")));
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    assertProblem(
        lecture("video/mp4").multiPart("clip_count", "3").header("Idempotency-Key", key).post(JOBS),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_key_that_the_previous_version_stored_still_stands_for_its_job() throws Exception {
    String key = UUID.randomUUID().toString();
    String job =
        lecture("video/mp4")
            .multiPart("clip_count", "3")
            .header("Idempotency-Key", key)
            .post(JOBS)
            .path("job_id");
    // Then the parts were hashed one after the other, without their names.
    MessageDigest old = MessageDigest.getInstance("SHA-256");
    add(old, "POST /jobs".getBytes(UTF_8));
    // Neither processing_config nor prompt.
    add(old, null);
    add(old, null);
    add(old, "3".getBytes(UTF_8));
    // Neither clip_min_seconds nor clip_max_seconds.
    add(old, null);
    add(old, null);
    add(old, "Vorlesung 1.mp4".getBytes(UTF_8));
    add(old, "video/mp4".getBytes(UTF_8));
    add(old, Files.readAllBytes(recordings.lecture()));
    // No captions.
    add(old, null);
    rows.execute(
        "update idempotency_key set fingerprint = ? where key = ?",
        HexFormat.of().formatHex(old.digest()),
        key);
    lecture("video/mp4")
        .multiPart("clip_count", "3")
        .header("Idempotency-Key", key)
        .post(JOBS)
        .then()
        .statusCode(201)
        .body("job_id", equalTo(job));
    assertProblem(
        lecture("video/mp4").multiPart("clip_count", "4").header("Idempotency-Key", key).post(JOBS),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  private static void add(MessageDigest digest, byte @Nullable [] part) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part == null ? -1 : part.length).flip());
    if (part != null) {
      digest.update(part);
    }
  }

  @Test
  void a_request_that_is_sent_again_while_the_first_is_at_work_has_to_wait() {
    String key = UUID.randomUUID().toString();
    lecture("video/mp4").header("Idempotency-Key", key).post(JOBS).then().statusCode(201);
    rows.execute("update idempotency_key set job_id = 'job_at_work' where key = ?", key);
    assertProblem(
        lecture("video/mp4").header("Idempotency-Key", key).post(JOBS),
        409,
        "IDEMPOTENCY_KEY_IN_USE");
  }

  @Test
  void a_type_left_open_is_decided_by_the_content() {
    lecture("application/octet-stream").post(JOBS).then().statusCode(201);
  }

  @Test
  void the_settings_may_come_as_a_file_like_part_too() {
    lecture("video/mp4")
        .multiPart("processing_config", "blob", "{\"clip_count\":3}", "application/json")
        .post(JOBS)
        .then()
        .statusCode(201);
  }

  @Test
  void settings_that_are_null_are_none() {
    lecture("video/mp4").multiPart("processing_config", "null").post(JOBS).then().statusCode(201);
  }

  @Test
  void the_list_of_jobs_is_still_there_and_other_bodies_are_refused() {
    given().get(JOBS).then().statusCode(200);
    assertProblem(
        given().contentType("application/json").body("{}").post(JOBS),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_request_without_the_file_is_refused() {
    assertProblem(given().multiPart("prompt", "graphs").post(JOBS), 400, "VALIDATION_ERROR")
        .body("error.field", equalTo("file"));
    assertProblem(
            given().multiPart("file", "just text, no file").post(JOBS), 400, "VALIDATION_ERROR")
        .body("error.field", equalTo("file"));
  }

  @ParameterizedTest
  @CsvSource({
    "text.mp4,     video/mp4,  422, NOT_A_VIDEO",
    "playlist.mp4, video/mp4,  422, NOT_A_VIDEO",
    "sound.mp4,    video/mp4,  422, NO_VIDEO_STREAM",
    "empty.mp4,    video/mp4,  422, EMPTY_FILE",
    "lecture.mp4,  text/plain, 400, VALIDATION_ERROR",
  })
  void what_is_no_lecture_is_refused_and_leaves_nothing(
      String file, String type, int status, String code) throws IOException {
    assertRefused(given().multiPart("file", directory.resolve(file).toFile(), type), status, code);
  }

  @Test
  void a_lecture_that_is_too_large_leaves_nothing() throws IOException {
    assertRefused(
        given().multiPart("file", "a.mp4", new byte[UploadProfile.LARGEST + 1], "video/mp4"),
        413,
        "FILE_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({"lecture.txt", "lecture", "a:b.mp4"})
  void a_bad_name_leaves_nothing(String name) throws IOException {
    assertRefused(
        given().multiPart("file", name, new byte[9], "video/mp4"), 400, "VALIDATION_ERROR");
  }

  @Test
  void unreadable_captions_leave_nothing() throws IOException {
    assertRefused(
        lecture("video/mp4").multiPart("captions", "a.srt", "Dear diary".getBytes(UTF_8)),
        422,
        "CAPTIONS_UNREADABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clip_count        | 0                      | VALIDATION_ERROR  | clip_count
          clip_count        | many                   | MALFORMED_REQUEST | clip_count
          clip_max_seconds  | 601                    | VALIDATION_ERROR  | clip_max_seconds
          processing_config | {"clip_count":         | MALFORMED_REQUEST | processing_config
          processing_config | [1]                    | MALFORMED_REQUEST | processing_config
          processing_config | {"clip_count":21}      | VALIDATION_ERROR  | clip_count
          processing_config | {"resolution":"2p"}    | VALIDATION_ERROR  | resolution
          """)
  void bad_settings_name_their_field_and_leave_nothing(
      String part, String value, String code, String field) throws IOException {
    assertRefused(lecture("video/mp4").multiPart(part, value), 400, code)
        .body("error.field", equalTo(field));
  }

  private static RequestSpecification lecture(String type) {
    try {
      return given()
          .multiPart("file", "Vorlesung 1.mp4", Files.readAllBytes(recordings.lecture()), type);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ValidatableResponse assertRefused(
      RequestSpecification request, int status, String code) throws IOException {
    List<Path> files = files("storage");
    int jobs = given().get(JOBS).path("total");

    ValidatableResponse response = assertProblem(request.post(JOBS), status, code);

    assertThat(files("storage")).isEqualTo(files);
    assertThat(files("work")).isEmpty();
    // The web server forgets what it received a moment after it answered.
    await().atMost(Duration.ofSeconds(20)).until(() -> files("uploads").isEmpty());
    given().get(JOBS).then().body("total", equalTo(jobs));
    return response;
  }

  private static List<Path> files(String folder) throws IOException {
    Path top = Path.of("target/upload-test", folder);
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static ValidatableResponse assertProblem(Response response, int status, String code) {
    return response
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("error.code", equalTo(code));
  }
}
