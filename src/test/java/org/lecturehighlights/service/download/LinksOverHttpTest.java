package org.lecturehighlights.service.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class LinksOverHttpTest {
  @Inject SampleResults samples;

  @Test
  void every_key_of_a_result_has_a_link_that_works() {
    String job = samples.job();
    assertThat(given().get(link(SampleResults.uploadKey(job))).asByteArray())
        .isEqualTo(SampleResults.LECTURE);
    assertThat(given().get(link(SampleResults.key(job, 1, "mp4"))).asByteArray())
        .isEqualTo(SampleResults.VIDEO);
    assertThat(given().get(link(SampleResults.key(job, 1, "jpg"))).asByteArray())
        .isEqualTo(SampleResults.PICTURE);
    assertThat(given().get(link(SampleResults.key(job, 1, "vtt"))).asByteArray())
        .isEqualTo(SampleResults.SUBTITLES);
  }

  @Test
  void a_link_repeats_the_key_and_the_validity() {
    String key = SampleResults.key(samples.job(), 1, "mp4");
    asked(key).statusCode(200).body("expires_in", equalTo(3600)).body("object_key", equalTo(key));
    given()
        .queryParam("key", key)
        .queryParam("expires_in", 60)
        .get("/api/v1/videos/presigned-url")
        .then()
        .statusCode(200)
        .body("expires_in", equalTo(60));
  }

  @Test
  void a_stored_object_that_no_job_refers_to_has_no_link() {
    String job = samples.job();
    samples.put("clips/" + job + "/secret.txt", new byte[] {1});
    for (String key :
        new String[] {
          "clips/" + job + "/secret.txt",
          "clips/" + job,
          job,
          "clips/job_unknown/1.mp4",
          "../../etc/passwd",
          "nothing"
        }) {
      asked(key).statusCode(404).body("error.code", equalTo("NOT_FOUND"));
    }
  }

  @Test
  void a_link_requires_a_key_and_a_valid_duration() {
    given()
        .get("/api/v1/videos/presigned-url")
        .then()
        .statusCode(400)
        .body("error.code", equalTo("VALIDATION_ERROR"));
    given()
        .queryParam("key", "x")
        .queryParam("expires_in", 59)
        .get("/api/v1/videos/presigned-url")
        .then()
        .statusCode(400)
        .body("error.code", equalTo("VALIDATION_ERROR"));
  }

  private static String link(String key) {
    String url = asked(key).statusCode(200).extract().path("url");
    assertThat(url).startsWith("http://");
    return url;
  }

  private static ValidatableResponse asked(String key) {
    return given().queryParam("key", key).get("/api/v1/videos/presigned-url").then();
  }
}
