package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.lecturehighlights.service.upload.Announcements.announcement;
import static org.lecturehighlights.service.upload.Announcements.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(UploadProfile.class)
class AnnouncementTest {
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
}
