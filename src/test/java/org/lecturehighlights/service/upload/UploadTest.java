package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lecturehighlights.service.upload.Announcements.announce;
import static org.lecturehighlights.service.upload.Announcements.assertProblem;
import static org.lecturehighlights.service.upload.Announcements.confirm;
import static org.lecturehighlights.service.upload.Announcements.send;
import static org.lecturehighlights.service.upload.Announcements.sendCaptions;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.upload.Announcements.Ticket;

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
      assertThat(new String(captions.readAllBytes(), UTF_8))
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
