package org.lecturehighlights.architecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.media.LectureFixture;

/** Submits a small lecture with captions as a caller does, and waits until its job has ended. */
final class SmallJobs {
  static final Duration PATIENCE = Duration.ofMinutes(3);

  static final String CAPTIONS =
      """
      WEBVTT

      00:00.000 --> 00:03.700
      Let us join two tables.

      00:05.000 --> 00:08.700
      Both of them have keys.

      00:10.000 --> 00:11.700
      That is all.
      """;

  private final Path directory;

  /**
   * @param directory for the lecture, which is made once
   */
  SmallJobs(Path directory) {
    this.directory = directory;
  }

  /**
   * Returns the job.
   *
   * @param key {@code Idempotency-Key}
   */
  String completed(String key) throws Exception {
    Path captions = Files.writeString(directory.resolve("captions.vtt"), CAPTIONS);
    String id =
        given()
            .header("Idempotency-Key", key)
            .multiPart("file", lecture().toFile(), "video/mp4")
            .multiPart("captions", captions.toFile(), "text/vtt")
            .multiPart("clip_count", "1")
            .multiPart("clip_min_seconds", "4")
            .multiPart("clip_max_seconds", "8")
            .post("/api/v1/jobs")
            .then()
            .statusCode(201)
            .extract()
            .path("job_id");
    String status =
        await()
            .atMost(PATIENCE)
            .until(
                () -> given().get("/api/v1/jobs/" + id).path("status"),
                now -> !List.of("queued", "running").contains(now));
    assertThat(status).isEqualTo("completed");
    return id;
  }

  Path lecture() throws IOException, InterruptedException {
    Path file = directory.resolve("lecture.mp4");
    if (Files.notExists(file)) {
      LectureFixture.ofSeconds(12).write(LectureFixture.ffmpeg(), file);
    }
    return file;
  }
}
