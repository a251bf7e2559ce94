package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lecturehighlights.service.upload.TusRequests.BYTES;
import static org.lecturehighlights.service.upload.TusRequests.UPLOADS;
import static org.lecturehighlights.service.upload.TusRequests.append;
import static org.lecturehighlights.service.upload.TusRequests.ask;
import static org.lecturehighlights.service.upload.TusRequests.assertProblem;
import static org.lecturehighlights.service.upload.TusRequests.assertQueuedWhole;
import static org.lecturehighlights.service.upload.TusRequests.create;
import static org.lecturehighlights.service.upload.TusRequests.expires;
import static org.lecturehighlights.service.upload.TusRequests.find;
import static org.lecturehighlights.service.upload.TusRequests.job;
import static org.lecturehighlights.service.upload.TusRequests.metadata;
import static org.lecturehighlights.service.upload.TusRequests.patchHeaders;
import static org.lecturehighlights.service.upload.TusRequests.path;
import static org.lecturehighlights.service.upload.TusRequests.with;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.upload.RawHttp.Answer;

/** What https://tus.io/protocols/resumable-upload asks of a server: the life of an upload. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class TusTest {
  @TempDir static Path directory;
  private static byte[] lecture;
  private static byte[] text;

  @Inject ObjectStorage storage;
  @Inject SampleJobs rows;

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
      assertQueuedWhole(path(begun), lecture, storage);
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

  @Test
  void a_beginning_that_is_sent_again_with_its_key_goes_on_where_it_was() throws IOException {
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
    Answer first = create(1000, metadata("lecture.mp4"), key);
    append(path(first), 0, new byte[10]);

    Answer again = create(1000, metadata("lecture.mp4"), key);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.offset()).isEqualTo(10);

    assertProblem(create(1001, metadata("lecture.mp4"), key), 422, "IDEMPOTENCY_KEY_REUSED");
    assertProblem(create(1000, metadata("a.mp4"), "Idempotency-Key", "ä"), 400, "VALIDATION_ERROR");
    assertThat(path(create(1000, metadata("lecture.mp4")))).isNotEqualTo(path(first));

    ask("DELETE", path(first), "Tus-Resumable", "1.0.0");
    assertProblem(create(1000, metadata("lecture.mp4"), key), 410, "UPLOAD_EXPIRED");
    rows.execute("update idempotency_key set job_id = 'job_at_work' where key = ?", key[1]);
    assertProblem(create(1000, metadata("lecture.mp4"), key), 409, "IDEMPOTENCY_KEY_IN_USE");
  }
}
