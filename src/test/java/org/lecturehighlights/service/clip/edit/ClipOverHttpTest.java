package org.lecturehighlights.service.clip.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class ClipOverHttpTest {
  @Inject SampleResults samples;
  @Inject SampleJobs jobs;
  @Inject ObjectStorage storage;

  @Test
  void a_clip_has_an_etag_and_a_matching_one_answers_304() {
    String clip = first(samples.job());
    Response answer = given().get(clip);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("ready");
    assertThat(answer.jsonPath().getDouble("start_time")).isEqualTo(2.0);
    assertThat(answer.jsonPath().getString("pending")).isNull();
    given()
        .header("If-None-Match", answer.header("ETag"))
        .get(clip)
        .then()
        .statusCode(304)
        .header("ETag", answer.header("ETag"));
  }

  @Test
  void an_unknown_clip_is_not_found() {
    String unknown = "/api/v1/clips/clip_000000000000";
    refused(given().get(unknown), 404, "CLIP_NOT_FOUND");
    refused(patch(unknown, "{\"title\": \"x\"}"), 404, "CLIP_NOT_FOUND");
    refused(given().delete(unknown), 404, "CLIP_NOT_FOUND");
  }

  @Test
  void a_new_title_applies_at_once_without_rendering() {
    String clip = first(samples.job());
    Response renamed = patch(clip, "{\"title\": \" Joins at last \"}");
    assertThat(renamed.statusCode()).isEqualTo(200);
    assertThat(renamed.jsonPath().getString("title")).isEqualTo("Joins at last");
    assertThat(renamed.header("Location")).isNull();
    given().get(clip).then().body("title", equalTo("Joins at last"), "status", equalTo("ready"));
  }

  @Test
  void a_change_with_an_outdated_etag_is_refused() {
    String clip = first(samples.job());
    String tag = given().get(clip).header("ETag");
    Response first =
        given()
            .header("If-Match", tag)
            .contentType(ContentType.JSON)
            .body("{\"title\":\"A\"}")
            .patch(clip);
    assertThat(first.statusCode()).isEqualTo(200);
    refused(
        given()
            .header("If-Match", tag)
            .contentType(ContentType.JSON)
            .body("{\"title\":\"B\"}")
            .patch(clip),
        412,
        "PRECONDITION_FAILED");
    refused(given().header("If-Match", tag).delete(clip), 412, "PRECONDITION_FAILED");
    given().get(clip).then().body("title", equalTo("A"));
    given().header("If-Match", first.header("ETag")).delete(clip).then().statusCode(204);
  }

  @Test
  void an_invalid_change_is_refused_naming_the_field() {
    String clip = first(samples.job());
    refused(patch(clip, "{\"title\": \"  \"}"), 400, "VALIDATION_ERROR");
    refused(patch(clip, "{\"title\": \"a\\u0007b\"}"), 400, "VALIDATION_ERROR");
    refused(patch(clip, "{\"title\": \"a\\u0000b\"}"), 400, "MALFORMED_REQUEST");
    refused(patch(clip, "{\"start_time\": -1}"), 400, "VALIDATION_ERROR");
    refused(patch(clip, "{\"start_time\": \"soon\"}"), 400, "MALFORMED_REQUEST");
    refused(patch(clip, "{\"end_time\": 1}"), 422, "CUT_NOT_ALLOWED")
        .body("error.field", equalTo("end_time"));
    refused(patch(clip, "{\"end_time\": 61}"), 422, "CUT_NOT_ALLOWED")
        .body("detail", containsString("60.5"));
    refused(patch(clip, "{\"end_time\": 9.5}"), 422, "CUT_NOT_ALLOWED")
        .body("detail", containsString("20 to 120"));
  }

  @Test
  void a_cut_inside_a_word_is_refused_naming_the_nearest_pauses() {
    String clip = first(samples.job());
    refused(patch(clip, "{\"start_time\": 2.5}"), 422, "CUT_NOT_ALLOWED")
        .body("error.field", equalTo("start_time"))
        .body("detail", containsString("at 2.25 or at 2.75"));
    given().get(clip).then().body("status", equalTo("ready"), "start_time", equalTo(2.0f));
  }

  @Test
  void clips_of_an_unfinished_job_cannot_be_changed() {
    String job = samples.job();
    jobs.execute("update jobs set status = 'running' where job_id = ?", job);
    refused(patch(first(job), "{\"title\": \"x\"}"), 409, "JOB_NOT_COMPLETED");
    refused(given().delete(first(job)), 409, "JOB_NOT_COMPLETED");
  }

  @Test
  void removing_a_clip_removes_its_files_and_the_others_move_up() {
    String job = samples.job();
    given().delete(first(job)).then().statusCode(204);
    refused(given().get(first(job)), 404, "CLIP_NOT_FOUND");
    for (String ending : new String[] {"mp4", "jpg", "vtt"}) {
      assertThat(storage.size(SampleResults.key(job, 1, ending))).isEmpty();
    }
    JsonPath left = given().get("/api/v1/jobs/" + job + "/clips").jsonPath();
    assertThat(left.getInt("total")).isEqualTo(1);
    assertThat(left.getInt("clips[0].clip_order")).isEqualTo(1);
    assertThat(left.getString("clips[0].clip_id")).isEqualTo(SampleResults.clipId(job, 2));
  }

  @Test
  void a_clip_whose_rendering_fails_reports_it_and_stays_as_it_was() {
    String job = samples.job();
    Response asked = patch(first(job), "{\"start_time\": 3}");
    assertThat(asked.statusCode()).isEqualTo(202);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> given().get(first(job)).path("status"), "failed"::equals);
    given()
        .get(first(job))
        .then()
        .body(
            "error_code", equalTo("NOT_A_VIDEO"),
            "error_message", notNullValue(),
            "pending", nullValue(),
            "start_time", equalTo(2.0f));
    assertThat(given().get(first(job) + "/video").asByteArray()).isEqualTo(SampleResults.VIDEO);
  }

  static String first(String job) {
    return "/api/v1/clips/" + SampleResults.clipId(job, 1);
  }

  static Response patch(String clip, String json) {
    return given().contentType(ContentType.JSON).body(json).patch(clip);
  }

  static io.restassured.response.ValidatableResponse refused(
      Response answer, int status, String code) {
    return answer.then().statusCode(status).body("error.code", equalTo(code));
  }
}
