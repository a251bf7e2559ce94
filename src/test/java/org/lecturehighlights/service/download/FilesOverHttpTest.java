package org.lecturehighlights.service.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class FilesOverHttpTest {
  @Inject SampleResults samples;
  @Inject SampleJobs jobs;
  @Inject StorageConfig storage;

  @Test
  void a_whole_video_has_the_headers_that_a_player_needs() {
    Response answer = given().get(video(samples.job()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asByteArray()).isEqualTo(SampleResults.VIDEO);
    assertThat(answer.contentType()).isEqualTo("video/mp4");
    assertThat(answer.header("Content-Length")).isEqualTo("100");
    assertThat(answer.header("Transfer-Encoding")).isNull();
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("ETag")).startsWith("\"").endsWith("\"");
    assertThat(answer.header("Last-Modified")).endsWith("GMT");
    assertThat(answer.header("Content-Disposition")).isNull();
  }

  @Test
  void head_answers_the_same_headers_without_a_body() {
    String video = video(samples.job());
    Response whole = given().get(video);
    Response head = given().head(video);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asByteArray()).isEmpty();
    for (String name :
        new String[] {"Content-Length", "Content-Type", "ETag", "Last-Modified", "Accept-Ranges"}) {
      assertThat(head.header(name)).as(name).isNotNull().isEqualTo(whole.header(name));
    }
  }

  @Test
  void a_range_from_the_start_is_served() {
    Response answer = given().header("Range", "bytes=0-4").get(video(samples.job()));
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.asString()).isEqualTo("01234");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 0-4/100");
    assertThat(answer.header("Content-Length")).isEqualTo("5");
    assertThat(answer.contentType()).isEqualTo("video/mp4");
  }

  @Test
  void a_range_from_the_end_is_served() {
    Response answer = given().header("Range", "bytes=-3").get(video(samples.job()));
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.asString()).isEqualTo("789");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 97-99/100");
  }

  @Test
  void a_range_outside_of_the_file_answers_416_with_the_size() {
    for (String range : new String[] {"bytes=100-", "bytes=7-3", "bytes=no"}) {
      given()
          .header("Range", range)
          .get(video(samples.job()))
          .then()
          .statusCode(416)
          .contentType(startsWith("application/problem+json"))
          .header("Content-Range", "bytes */100")
          .body("error.code", equalTo("RANGE_NOT_SATISFIABLE"));
    }
  }

  @Test
  void multiple_ranges_and_unknown_units_answer_the_whole_file() {
    for (String range : new String[] {"bytes=0-1,5-6", "frames=1-2"}) {
      Response answer = given().header("Range", range).get(video(samples.job()));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.asByteArray()).isEqualTo(SampleResults.VIDEO);
    }
  }

  @Test
  void a_matching_file_etag_answers_304() {
    String video = video(samples.job());
    String tag = given().get(video).header("ETag");
    Response answer = given().header("If-None-Match", tag).get(video);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.asByteArray()).isEmpty();
    assertThat(answer.header("ETag")).isEqualTo(tag);
    assertThat(given().header("If-None-Match", "\"other\"").get(video).statusCode()).isEqualTo(200);
  }

  @Test
  void a_range_is_served_only_if_the_file_is_unchanged() {
    String video = video(samples.job());
    Response known = given().head(video);
    assertThat(partIf(known.header("ETag"), video)).isEqualTo(206);
    assertThat(partIf(known.header("Last-Modified"), video)).isEqualTo(206);
    assertThat(partIf("\"other\"", video)).isEqualTo(200);
    assertThat(partIf("Thu, 01 Jan 2015 00:00:00 GMT", video)).isEqualTo(200);
    assertThat(partIf("nonsense", video)).isEqualTo(200);
  }

  @Test
  void a_download_has_a_safe_name() {
    Response answer = given().queryParam("download", true).get(video(samples.job()));
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Joins inner & outer 1.mp4\";"
                + " filename*=UTF-8''Joins%20inner%20&%20outer%201.mp4");
  }

  @Test
  void pictures_and_subtitles_have_their_content_types() {
    String job = samples.job();
    Response picture = given().get(clip(job, 1) + "/thumbnail");
    assertThat(picture.asByteArray()).isEqualTo(SampleResults.PICTURE);
    assertThat(picture.contentType()).isEqualTo("image/jpeg");
    Response vtt = given().get(clip(job, 1) + "/subtitles.vtt");
    assertThat(vtt.asByteArray()).isEqualTo(SampleResults.SUBTITLES);
    assertThat(vtt.contentType()).isEqualTo("text/vtt;charset=utf-8");
    Response srt = given().get(clip(job, 1) + "/subtitles.srt");
    assertThat(srt.asString()).startsWith("1\n00:00:00,250 --> 00:00:02,000\nFirst");
    assertThat(srt.contentType()).startsWith("application/x-subrip");
    assertThat(srt.header("Content-Disposition")).contains(".srt");
  }

  @Test
  void files_that_a_clip_does_not_have_answer_404() {
    String job = samples.job();
    for (String file : new String[] {"video", "thumbnail", "subtitles.vtt", "subtitles.srt"}) {
      given()
          .get(clip(job, 2) + "/" + file)
          .then()
          .statusCode(404)
          .body("error.code", equalTo("NOT_FOUND"));
      given()
          .get("/api/v1/clips/clip_unknown/" + file)
          .then()
          .statusCode(404)
          .body("error.code", equalTo("CLIP_NOT_FOUND"));
    }
  }

  @Test
  void the_lecture_is_served_whole_and_in_ranges() {
    String job = samples.job();
    Response whole = given().get("/api/v1/jobs/" + job + "/video");
    assertThat(whole.asByteArray()).isEqualTo(SampleResults.LECTURE);
    assertThat(whole.contentType()).isEqualTo("video/mp4");
    Response part = given().header("Range", "bytes=2-6").get("/api/v1/jobs/" + job + "/video");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.asString()).isEqualTo("whole");
    given()
        .get("/api/v1/jobs/job_unknown/video")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("JOB_NOT_FOUND"));
    given()
        .get("/api/v1/jobs/" + jobs.insert("pending") + "/video")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("NOT_FOUND"));
  }

  @Test
  void a_player_that_disconnects_midway_causes_no_error() throws IOException {
    String job = samples.job();
    Path file = storage.directory().resolve(SampleResults.uploadKey(job));
    try (RandomAccessFile lecture = new RandomAccessFile(file.toFile(), "rw")) {
      lecture.setLength(3_000_000_000L);
    }
    for (int i = 0; i < 5; i++) {
      try (Socket player = new Socket("localhost", RestAssured.port)) {
        String request = "GET /api/v1/jobs/" + job + "/video HTTP/1.1\r\nHost: localhost\r\n\r\n";
        player.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(player.getInputStream().readNBytes(100_000)).hasSize(100_000);
      }
    }
    assertThat(given().get(video(job)).asByteArray()).isEqualTo(SampleResults.VIDEO);
  }

  @Test
  void a_range_of_a_huge_lecture_is_read_without_the_rest() throws IOException {
    String job = samples.job();
    Path file = storage.directory().resolve(SampleResults.uploadKey(job));
    try (RandomAccessFile lecture = new RandomAccessFile(file.toFile(), "rw")) {
      lecture.setLength(6_000_000_000L);
      lecture.seek(5_999_999_997L);
      lecture.write(new byte[] {'e', 'n', 'd'});
    }
    Response answer =
        given().header("Range", "bytes=5999999997-").get("/api/v1/jobs/" + job + "/video");
    assertThat(answer.asString()).isEqualTo("end");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 5999999997-5999999999/6000000000");
    assertThat(given().head("/api/v1/jobs/" + job + "/video").header("Content-Length"))
        .isEqualTo("6000000000");
  }

  private static int partIf(String condition, String video) {
    return given()
        .header("Range", "bytes=0-1")
        .header("If-Range", condition)
        .get(video)
        .statusCode();
  }

  private static String video(String job) {
    return clip(job, 1) + "/video";
  }

  private static String clip(String job, int order) {
    return "/api/v1/clips/" + SampleResults.clipId(job, order);
  }
}
