package org.lecturehighlights.service.result.player;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class LookOverHttpTest {
  private static final List<String> ALL =
      List.of("waveform", "slides", "layout-timeline", "slides/1/thumbnail");

  @Inject SampleResults samples;
  @Inject SampleJobs jobs;
  @Inject ObjectStorage storage;

  @Test
  void the_waveform_has_the_extremes_of_each_point() {
    found(samples.job(), "waveform?points=3")
        .body("duration", equalTo(30f))
        .body("points", equalTo(3))
        .body("seconds_per_point", equalTo(10f))
        .body("lows", contains(-1f, 0f, -0.024f))
        .body("highs", contains(1f, 0f, 0.504f));
  }

  @Test
  void fewer_points_keep_the_extremes_and_no_points_are_invented() {
    String job = samples.job();
    found(job, "waveform?points=1")
        .body("seconds_per_point", equalTo(30f))
        .body("lows", contains(-1f))
        .body("highs", contains(1f));
    found(job, "waveform").body("points", equalTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5001", "-1", "x", "1.5"})
  void a_number_of_points_out_of_range_is_refused(String points) {
    given()
        .get("/api/v1/jobs/" + samples.job() + "/waveform?points=" + points)
        .then()
        .statusCode(400);
  }

  @Test
  void a_lecture_without_sound_has_no_waveform_and_the_answer_says_why() {
    refused(jobs.completed(), "waveform", 404, "WAVEFORM_NOT_FOUND", "no sound");
  }

  @Test
  void slides_have_pictures() {
    String job = samples.job();
    String picture =
        found(job, "slides")
            .body("duration", equalTo(60.5f))
            .body("total", equalTo(2))
            .body("slides.number", contains(1, 2))
            .body("slides.start_time", contains(0f, 12.25f))
            .body("slides.end_time", contains(12.25f, 60.5f))
            .body("slides.kind", contains("new_slide", "new_slide"))
            .body("slides[1].changed", equalTo(0.5f))
            .body("slides[1].thumbnail_url", nullValue())
            .extract()
            .path("slides[0].thumbnail_url");
    Response answer = given().get(picture);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("image/jpeg");
    assertThat(answer.asByteArray()).isEqualTo(SampleResults.PICTURE);
    assertThat(given().header("If-None-Match", answer.header("ETag")).get(picture).statusCode())
        .isEqualTo(304);
    assertThat(given().header("Range", "bytes=0-1").get(picture).statusCode()).isEqualTo(206);
    assertThat(given().header("Range", "bytes=99-").get(picture).statusCode()).isEqualTo(416);
  }

  @Test
  void a_slide_without_a_picture_has_no_thumbnail_url() {
    String job = samples.job();
    refused(job, "slides/2/thumbnail", 404, "NOT_FOUND", "no picture");
    refused(job, "slides/0/thumbnail", 404, "NOT_FOUND", "no picture");
  }

  @Test
  void a_missing_picture_answers_404_and_the_slides_are_still_listed() {
    String job = samples.job();
    storage.deletePrefix(job);
    refused(job, "slides/1/thumbnail", 404, "NOT_FOUND", "no longer stored");
    found(job, "slides").body("total", equalTo(2));
    found(job, "waveform").body("points", equalTo(3));
  }

  @Test
  void the_layout_timeline_has_no_gaps() {
    found(samples.job(), "layout-timeline")
        .body("duration", equalTo(60.5f))
        .body("entries.size()", equalTo(1))
        .body("entries[0].start_time", equalTo(0f))
        .body("entries[0].end_time", equalTo(60.5f))
        .body("entries[0].layout_type", equalTo("side_by_side"))
        .body("entries[0].screen_region.width", equalTo(1440))
        .body("entries[0].camera_region.x", equalTo(1440))
        .body("blank_screens[0].start_time", equalTo(58f))
        .body("frozen", equalTo(false));
  }

  @Test
  void without_a_layout_analysis_there_are_no_slides_or_layouts() {
    String job = jobs.completed();
    refused(job, "slides", 404, "LAYOUT_ANALYSIS_NOT_FOUND", "not analysed");
    refused(job, "layout-timeline", 404, "LAYOUT_ANALYSIS_NOT_FOUND", "not analysed");
  }

  @Test
  void an_unknown_job_is_not_found() {
    for (String path : ALL) {
      refused("job_000000000000", path, 404, "JOB_NOT_FOUND", "no job");
    }
  }

  @Test
  void an_unfinished_job_has_nothing_to_draw() {
    for (String status : List.of("pending", "queued", "running", "failed", "cancelled")) {
      String job = jobs.insert(status);
      for (String path : ALL) {
        refused(job, path, 409, "JOB_NOT_COMPLETED", status);
      }
    }
  }

  private static ValidatableResponse found(String job, String path) {
    return given()
        .get("/api/v1/jobs/" + job + "/" + path)
        .then()
        .statusCode(200)
        .body("job_id", equalTo(job));
  }

  private static void refused(String job, String path, int status, String code, String words) {
    given()
        .get("/api/v1/jobs/" + job + "/" + path)
        .then()
        .statusCode(status)
        .body("error.code", equalTo(code))
        .body("detail", containsString(words));
  }
}
