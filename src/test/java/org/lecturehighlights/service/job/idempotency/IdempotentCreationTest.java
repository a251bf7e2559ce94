package org.lecturehighlights.service.job.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.upload.UploadProfile;

/** Requests to create an upload that are sent more than once. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class IdempotentCreationTest {
  private static final String UPLOAD = "/api/v1/upload";

  @Inject IdempotencyService keys;
  @Inject AgroalDataSource database;
  @Inject SampleJobs rows;

  private final String key = UUID.randomUUID().toString();

  @Test
  void repeating_a_request_with_the_same_key_returns_the_same_job() {
    Response first = announce(key, "a.mp4");
    String job = first.path("job_id");
    first.then().statusCode(201).header("Location", endsWith("/api/v1/jobs/" + job));
    announce(key, "a.mp4").then().statusCode(201).body("job_id", equalTo(job));
    assertThat(announce(key + "x", "a.mp4").<String>path("job_id")).isNotEqualTo(job);
  }

  @Test
  void a_key_cannot_be_used_for_another_request() {
    announce(key, "a.mp4").then().statusCode(201);
    problem(announce(key, "b.mp4"), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void settings_are_compared_by_name_and_null_counts_as_missing() {
    String job = announceWith(key, "{\"clip_count\": 3, \"prompt\": null}").path("job_id");
    announceWith(key, "{\"clip_count\": 3}").then().statusCode(201).body("job_id", equalTo(job));
    problem(announceWith(key, "{\"clip_min_seconds\": 3}"), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_fingerprint_covers_the_names_and_values_that_were_given() {
    assertThat(
            Fingerprint.of("POST /upload")
                .with("filename", "a.mp4")
                .with("file_size", 9L)
                .with("content_type", "video/mp4")
                .with("clip_count", 3)
                .with("clip_max_seconds", null)
                .with("clip_min_seconds", 20.0)
                .with("prompt", "graphs")
                .with("rate_limit_mode", true)
                .hex())
        .isEqualTo("cf797fa2524533e01f329ed0296bb9facd193daf0b94e8bbe577b57371461a62");
  }

  @Test
  void a_repeated_request_is_refused_while_the_first_is_in_progress() {
    announce(key, "a.mp4").then().statusCode(201);
    rows.execute("update idempotency_key set job_id = 'job_at_work' where key = ?", key);
    problem(announce(key, "a.mp4"), 409, "IDEMPOTENCY_KEY_IN_USE");
  }

  @Test
  void a_refused_request_releases_its_key() {
    announce(key, "a.txt").then().statusCode(400);
    announce(key, "a.mp4").then().statusCode(201);
  }

  @Test
  void a_key_with_a_space_is_refused() {
    problem(announce("two words", "a.mp4"), 400, "VALIDATION_ERROR");
  }

  @Test
  void a_key_may_have_255_characters_but_not_256() {
    announce("k".repeat(219) + key, "a.mp4").then().statusCode(201);
    problem(announce("k".repeat(220) + key, "a.mp4"), 400, "VALIDATION_ERROR");
  }

  @Test
  void concurrent_requests_with_one_key_create_one_job() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<Response>> answers = new ArrayList<>();
      Callable<Response> call = () -> announce(key, "a.mp4");
      for (int i = 0; i < 16; i++) {
        answers.add(callers.submit(call));
      }
      List<Response> all = new ArrayList<>();
      for (Future<Response> answer : answers) {
        all.add(answer.get());
      }
      assertThat(all).extracting(Response::statusCode).isSubsetOf(201, 409).contains(201);
      Set<String> jobs =
          all.stream()
              .filter(answer -> answer.statusCode() == 201)
              .map(answer -> answer.<String>path("job_id"))
              .collect(Collectors.toSet());
      assertThat(jobs).hasSize(1);
    }
  }

  @Test
  void a_second_request_takes_over_only_if_the_first_died() throws Exception {
    assertThat(keys.reserve(key, "print", "job_first").isNew()).isTrue();
    assertThatThrownBy(() -> keys.reserve(key, "print", "job_second"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.IDEMPOTENCY_KEY_IN_USE));
    age("20 minutes");
    assertThat(keys.reserve(key, "print", "job_second"))
        .isEqualTo(new IdempotencyService.Reservation("job_second", true));
    keys.release(key, "job_first");
    assertThatThrownBy(() -> keys.reserve(key, "print", "job_third")).isInstanceOf(Problem.class);
  }

  @Test
  void deleting_the_job_or_waiting_a_day_releases_the_key() throws Exception {
    String job = announce(key, "a.mp4").path("job_id");
    given().delete("/api/v1/jobs/" + job).then().statusCode(204);
    announce(key, "b.mp4").then().statusCode(201);
    age("25 hours");
    keys.forgetOlderThan(Duration.ofHours(24));
    announce(key, "c.mp4").then().statusCode(201);
  }

  private void age(String interval) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update idempotency_key set created_at = created_at - ?::interval where key = ?")) {
      statement.setString(1, interval);
      statement.setString(2, key);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static Response announceWith(String key, String settings) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(
            ("{\"filename\": \"a.mp4\", \"file_size\": 9, \"content_type\": \"video/mp4\","
                    + " \"processing_config\": %s}")
                .formatted(settings))
        .post(UPLOAD);
  }

  private static Response announce(String key, String name) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(
            "{\"filename\": \"%s\", \"file_size\": 9, \"content_type\": \"video/mp4\"}"
                .formatted(name))
        .post(UPLOAD);
  }

  private static void problem(Response response, int status, String code) {
    response
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("error.code", equalTo(code));
  }
}
