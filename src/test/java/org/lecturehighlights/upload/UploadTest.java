package org.lecturehighlights.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.storage.ObjectStorage;

@QuarkusTest
@TestProfile(UploadProfile.class)
class UploadTest {
  @TempDir static Path directory;
  private static Recordings recordings;

  @Inject ObjectStorage storage;
  @Inject DataSource database;

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    recordings = Recordings.in(directory);
  }

  @Test
  void an_announced_lecture_is_sent_confirmed_and_queued() {
    Ticket ticket = announce();
    assertThat(ticket.url())
        .matches("http://localhost:\\d+/api/v1/upload/" + ticket.job() + "/file");

    send(ticket, recordings.lecture()).then().statusCode(204);

    confirm(ticket)
        .statusCode(200)
        .body("job_id", equalTo(ticket.job()))
        .body("status", equalTo("queued"))
        .body("message", containsString("queued"))
        .body("celery_task_id", nullValue());
    given()
        .get("/api/v1/jobs/" + ticket.job())
        .then()
        .statusCode(200)
        .body("file_size", equalTo((int) size(recordings.lecture())))
        .body("video_duration", equalTo(3.0f));
    assertThat(storage.list(ticket.job())).containsExactly(ticket.key());
  }

  @Test
  void an_announcement_has_the_shape_that_the_frontend_reads() {
    given()
        .contentType("application/json")
        .body(announcement("Lecture 1 – Übung.MP4", 1000, "video/mp4"))
        .post("/api/v1/upload")
        .then()
        .statusCode(201)
        .body("$", aMapWithSize(5))
        .body("job_id", matchesPattern("job_[0-9a-f]{12}"))
        .body("upload_fields", aMapWithSize(0))
        .body("expires_in", equalTo(3600))
        .body("s3_key", matchesPattern("job_[0-9a-f]{12}/upload/original\\.mp4"));
  }

  @Test
  void a_second_confirmation_tells_the_status_and_starts_nothing() throws SQLException {
    Ticket ticket = announce();
    send(ticket, recordings.lecture());
    confirm(ticket).statusCode(200);
    long stages = stages(ticket);

    confirm(ticket).statusCode(200).body("status", equalTo("queued"));

    assertThat(stages(ticket)).isEqualTo(stages).isPositive();
  }

  @Test
  void bytes_may_be_sent_again_until_they_are_confirmed() {
    Ticket ticket = announce();
    send(ticket, recordings.text()).then().statusCode(204);
    assertProblem(confirm(ticket), 422, "NOT_A_VIDEO");

    send(ticket, recordings.lecture()).then().statusCode(204);
    confirm(ticket).statusCode(200);

    assertProblem(send(ticket, recordings.text()).then(), 409, "JOB_STATE_CONFLICT");
    assertThat(storage.size(ticket.key())).contains(size(recordings.lecture()));
  }

  @Test
  void captions_are_kept_as_web_vtt() throws IOException {
    Ticket ticket = announce();
    sendCaptions(ticket, Recordings.CAPTIONS).then().statusCode(204);
    send(ticket, recordings.lecture());
    confirm(ticket).statusCode(200);

    try (var captions = storage.open(ticket.job() + "/upload/captions.vtt")) {
      assertThat(new String(captions.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .startsWith("WEBVTT")
          .contains("00:00.500 --> 00:02.000", "Welcome to the lecture.");
    }
    assertProblem(sendCaptions(ticket, Recordings.CAPTIONS).then(), 409, "JOB_STATE_CONFLICT");
  }

  @Test
  void captions_that_are_none_are_refused() {
    Ticket ticket = announce();
    assertProblem(sendCaptions(ticket, "Dear diary").then(), 422, "CAPTIONS_UNREADABLE");
    assertProblem(sendCaptions(ticket, "").then(), 422, "CAPTIONS_UNREADABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lecture.mp4   | 0             | video/mp4       | VALIDATION_ERROR | file_size
          lecture.mp4   | -1            | video/mp4       | VALIDATION_ERROR | file_size
          lecture.mp4   | 400001        | video/mp4       | VALIDATION_ERROR | file_size
          lecture.mp4   | 5             | text/plain      | VALIDATION_ERROR | content_type
          lecture.mp4   | 5             | ''              | VALIDATION_ERROR | content_type
          lecture.exe   | 5             | video/mp4       | VALIDATION_ERROR | filename
          lecture       | 5             | video/mp4       | VALIDATION_ERROR | filename
          .mp4          | 5             | video/mp4       | VALIDATION_ERROR | filename
          a/b.mp4       | 5             | video/mp4       | VALIDATION_ERROR | filename
          ../b.mp4      | 5             | video/mp4       | VALIDATION_ERROR | filename
          a?.mp4        | 5             | video/mp4       | VALIDATION_ERROR | filename
          a\\u0000.mp4   | 5             | video/mp4       | MALFORMED_REQUEST | filename
          ''            | 5             | video/mp4       | VALIDATION_ERROR | filename
          """)
  void a_bad_announcement_names_its_field(
      String name, long size, String type, String code, String field) {
    Response response =
        given()
            .contentType("application/json")
            .body(announcement(name, size, type))
            .post("/api/v1/upload");

    assertProblem(response.then(), 400, code).body("error.field", equalTo(field));
  }

  @Test
  void a_name_of_256_characters_is_too_long_and_settings_have_bounds() {
    assertProblem(
            given()
                .contentType("application/json")
                .body(announcement("x".repeat(252) + ".mp4", 5, "video/mp4"))
                .post("/api/v1/upload")
                .then(),
            400,
            "VALIDATION_ERROR")
        .body("error.field", equalTo("filename"));
    assertProblem(
            given()
                .contentType("application/json")
                .body(
                    """
                    {"filename":"a.mp4","file_size":5,"content_type":"video/mp4",
                     "processing_config":{"clip_count":0,"unknown":1}}
                    """)
                .post("/api/v1/upload")
                .then(),
            400,
            "VALIDATION_ERROR")
        .body("error.field", equalTo("processing_config.clip_count"));
  }

  @ParameterizedTest
  @CsvSource({
    "text,      422, NOT_A_VIDEO",
    "playlist,  422, NOT_A_VIDEO",
    "soundOnly, 422, NO_VIDEO_STREAM",
    "empty,     422, EMPTY_FILE",
  })
  void confirming_bytes_that_are_no_lecture_queues_nothing(String file, int status, String code)
      throws SQLException {
    Ticket ticket = announce();
    send(ticket, recording(file)).then().statusCode(204);

    assertProblem(confirm(ticket), status, code);

    assertThat(stages(ticket)).isZero();
    given().get("/api/v1/jobs/" + ticket.job()).then().body("status", equalTo("pending"));
  }

  @Test
  void confirming_without_bytes_or_without_a_job_is_refused() {
    assertProblem(confirm(announce()), 400, "FILE_NOT_FOUND");
    assertProblem(confirm(new Ticket("job_000000000000", "", "")), 404, "JOB_NOT_FOUND");
    assertProblem(
        given().contentType("application/json").body("{}").post("/api/v1/upload/confirm").then(),
        400,
        "VALIDATION_ERROR");
  }

  @Test
  void bytes_of_another_type_or_of_an_unknown_job_are_refused() {
    Ticket ticket = announce();
    assertProblem(
        given().contentType("video/webm").body(new byte[3]).put(ticket.url()).then(),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    assertProblem(
        given()
            .contentType("video/mp4")
            .body(new byte[3])
            .put("/api/v1/upload/job_000000000000/file")
            .then(),
        404,
        "JOB_NOT_FOUND");
  }

  @Test
  void too_many_bytes_are_refused_and_leave_nothing() {
    Ticket ticket = announce();
    assertProblem(
        given()
            .contentType("video/mp4")
            .body(new byte[UploadProfile.LARGEST + 1])
            .put(ticket.url())
            .then(),
        413,
        "FILE_TOO_LARGE");
    assertThat(storage.list(ticket.job())).isEmpty();
  }

  @Test
  void an_upload_that_begins_too_late_is_refused() throws SQLException {
    Ticket ticket = announce();
    try (Connection connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update jobs set created_at = created_at - interval '2 hours' where job_id = ?")) {
      statement.setString(1, ticket.job());
      statement.executeUpdate();
    }

    assertProblem(send(ticket, recordings.lecture()).then(), 410, "UPLOAD_EXPIRED");
  }

  @Test
  void nothing_is_loaded_from_other_sites() {
    assertProblem(
        given()
            .contentType("application/json")
            .body("{\"url\":\"https://youtu.be/1\"}")
            .post("/api/v1/upload/from-youtube")
            .then(),
        501,
        "NOT_IMPLEMENTED");
  }

  private record Ticket(String job, String url, String key) {}

  private static Ticket announce() {
    Response response =
        given()
            .contentType("application/json")
            .body(announcement("lecture.mp4", 1000, "video/mp4"))
            .post("/api/v1/upload");
    response.then().statusCode(201);
    return new Ticket(
        response.path("job_id"), response.path("upload_url"), response.path("s3_key"));
  }

  private static Map<String, Object> announcement(String name, long size, String type) {
    return Map.of(
        "filename", name.replace("\\u0000", "\0"), "file_size", size, "content_type", type);
  }

  private static Response send(Ticket ticket, Path file) {
    return given().contentType("video/mp4").body(file.toFile()).put(ticket.url());
  }

  private static Response sendCaptions(Ticket ticket, String text) {
    return given()
        .contentType("application/x-subrip")
        .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/api/v1/upload/" + ticket.job() + "/captions");
  }

  private static ValidatableResponse confirm(Ticket ticket) {
    return given()
        .contentType("application/json")
        .body(Map.of("job_id", ticket.job()))
        .post("/api/v1/upload/confirm")
        .then();
  }

  private static ValidatableResponse assertProblem(
      ValidatableResponse response, int status, String code) {
    return response
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("error.code", equalTo(code));
  }

  private static Path recording(String name) {
    return switch (name) {
      case "text" -> recordings.text();
      case "playlist" -> recordings.playlist();
      case "soundOnly" -> recordings.soundOnly();
      default -> recordings.empty();
    };
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private long stages(Ticket ticket) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from stage_run where job_id = ?")) {
      statement.setString(1, ticket.job());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
