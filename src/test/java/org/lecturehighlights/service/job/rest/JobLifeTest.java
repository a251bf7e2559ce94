package org.lecturehighlights.service.job.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.ProcessingConfig;

/** Cancelling, deleting and retrying jobs whose stages the test scripts. */
@QuarkusTest
@TestProfile(ScriptedStages.WithWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class JobLifeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String JOB = "/api/v1/jobs/{id}";

  @Inject ScriptedStages stages;
  @Inject TestJobs testJobs;
  @Inject JobService jobs;
  @Inject ObjectStorage storage;
  @Inject AgroalDataSource database;

  @Test
  void cancelling_a_running_job_stops_it_and_removes_its_files_but_not_the_job()
      throws InterruptedException {
    String job = JobIds.next();
    CountDownLatch interrupted = running(job, "left");

    given()
        .post(JOB + "/cancel", job)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(202)
        .header("Location", endsWith("/api/v1/jobs/" + job))
        .body("job_id", equalTo(job));

    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    awaitStatus(job, JobStatus.CANCELLED);
    await().atMost(PATIENCE).until(() -> storage.list(job).isEmpty());
    given().get(JOB, job).then().statusCode(200).body("status", equalTo("cancelled"));
    problem(given().post(JOB + "/cancel", job), 409, "JOB_STATE_CONFLICT");
    problem(given().post(JOB + "/retry", job), 410, "RECORDING_GONE");
  }

  @Test
  void a_pending_job_is_cancelled_at_once() {
    String job = testJobs.pending();
    given().post(JOB + "/cancel", job).then().statusCode(202).body("status", equalTo("cancelled"));
  }

  @Test
  void deleting_a_running_job_stops_it_and_removes_everything() throws InterruptedException {
    String job = JobIds.next();
    CountDownLatch interrupted = running(job, "left");

    given().delete(JOB, job).then().statusCode(204);

    problem(given().delete(JOB, job), 404, "JOB_NOT_FOUND");
    problem(given().get(JOB, job), 404, "JOB_NOT_FOUND");
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    await().atMost(PATIENCE).until(() -> storage.list(job).isEmpty());
    await().atMost(PATIENCE).until(() -> testJobs.due(job).isEmpty());
    assertThat(testJobs.stages(job)).isEmpty();
    assertThat(testJobs.log(job)).isEmpty();
    assertThat(testJobs.percents(job)).isEmpty();
  }

  @Test
  void legacy_files_outside_the_jobs_folder_are_deleted_with_the_job() {
    String job = JobIds.next();
    String key = "uploads/user-7/" + job + ".mp4";
    store(key);
    jobs.create(
        new NewJob(
            job, "old.mp4", 3, "video/mp4", key, Optional.empty(), ProcessingConfig.DEFAULT));
    given().delete(JOB, job).then().statusCode(204);
    await().atMost(PATIENCE).until(() -> storage.size(key).isEmpty());
  }

  @Test
  void a_failed_job_is_retried_from_the_stage_that_failed() {
    String job = JobIds.next();
    stages.script(job, "left", run -> run.attempt() == 1 ? Outcomes.failed() : Outcomes.done());
    submit(job);
    awaitStatus(job, JobStatus.FAILED);
    given()
        .get(JOB + "/stages", job)
        .then()
        .statusCode(200)
        .body("total", equalTo(4))
        .body("stages[0].stage", equalTo("first"))
        .body("stages[0].status", equalTo("done"))
        .body("stages[0].duration_seconds", notNullValue())
        .body("stages[1].status", equalTo("failed"))
        .body("stages[1].error_code", equalTo("NOT_A_VIDEO"));

    given()
        .post(JOB + "/retry", job)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(202)
        .header("Location", endsWith("/api/v1/jobs/" + job))
        .body("status", equalTo("queued"))
        .body("error_code", nullValue())
        .body("completed_at", nullValue());

    awaitStatus(job, JobStatus.COMPLETED);
    assertThat(stages.seen.stream().filter(("run " + job + "/first/1")::equals)).hasSize(1);
    assertThat(stages.seen)
        .contains("run " + job + "/left/2")
        .doesNotContain("run " + job + "/first/2");
    given()
        .get(JOB + "/logs", job)
        .then()
        .statusCode(200)
        .body("total", greaterThanOrEqualTo(8))
        .body("logs[0].stage", equalTo("first"))
        .body("logs[0].attempt", equalTo(1))
        .body("logs.find { it.status == 'failed' }.stage", equalTo("left"));
    problem(given().post(JOB + "/retry", job), 409, "JOB_STATE_CONFLICT");
    problem(given().post(JOB + "/cancel", job), 409, "JOB_STATE_CONFLICT");
  }

  @Test
  void a_job_that_the_upgrade_marked_failed_restarts_from_its_recording() throws SQLException {
    String job = testJobs.pending();
    store(job + "/upload/original.mp4");
    fail(job);
    given().get(JOB + "/stages", job).then().statusCode(200).body("total", equalTo(0));
    given().post(JOB + "/retry", job).then().statusCode(202);
    awaitStatus(job, JobStatus.COMPLETED);
  }

  @Test
  void without_its_recording_a_job_cannot_be_retried() throws SQLException {
    String job = testJobs.pending();
    fail(job);
    problem(given().post(JOB + "/retry", job), 410, "RECORDING_GONE");
    given().get(JOB, job).then().body("status", equalTo("failed"));
  }

  @Test
  void actions_on_an_unknown_job_answer_404() {
    for (String action : new String[] {"/cancel", "/retry"}) {
      problem(given().post(JOB + action, "job_0"), 404, "JOB_NOT_FOUND");
    }
    for (String part : new String[] {"/stages", "/logs"}) {
      problem(given().get(JOB + part, "job_0"), 404, "JOB_NOT_FOUND");
    }
    problem(given().delete(JOB, "job_0"), 404, "JOB_NOT_FOUND");
    problem(given().get(JOB + "/logs?limit=0", "job_0"), 400, "VALIDATION_ERROR");
  }

  @Test
  void a_matching_etag_answers_304_and_an_outdated_if_match_412() {
    String job = testJobs.pending();
    Response read = given().get(JOB, job);
    String tag = read.getHeader("ETag");
    read.then().statusCode(200).header("Cache-Control", containsString("no-cache"));
    given()
        .header("If-None-Match", tag)
        .get(JOB, job)
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(equalTo(""));

    for (String late : new String[] {"\"0\"", "W/" + tag}) {
      problem(given().header("If-Match", late).delete(JOB, job), 412, "PRECONDITION_FAILED");
      problem(
          given().header("If-Match", late).post(JOB + "/cancel", job), 412, "PRECONDITION_FAILED");
    }
    given().header("If-Match", tag).post(JOB + "/cancel", job).then().statusCode(202);
    given().header("If-None-Match", tag).get(JOB, job).then().statusCode(200);
    problem(given().header("If-Match", tag).delete(JOB, job), 412, "PRECONDITION_FAILED");
    String now = given().get(JOB, job).getHeader("ETag");
    given().header("If-Match", now).delete(JOB, job).then().statusCode(204);
  }

  /**
   * Starts a job whose stage never returns; the latch counts down when the stage is interrupted.
   */
  private CountDownLatch running(String job, String stage) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    stages.script(
        job,
        stage,
        run -> {
          store(job + "/" + stage + "/1/half");
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stop) {
            interrupted.countDown();
            throw stop;
          }
          return Outcomes.done();
        });
    submit(job);
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    return interrupted;
  }

  private void submit(String job) {
    store(job + "/upload/original.mp4");
    testJobs.submit(job);
  }

  private void store(String key) {
    storage.put(key, new ByteArrayInputStream(new byte[3]), 3);
  }

  /** The state in which migration V5 leaves unfinished legacy jobs. */
  private void fail(String job) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update jobs set status = 'failed', progress_percent = 100,"
                    + " error_message = 'It can be retried.' where job_id = ?")) {
      statement.setString(1, job);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void awaitStatus(String job, JobStatus status) {
    await().atMost(PATIENCE).until(() -> testJobs.job(job).status() == status);
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("error.code", equalTo(code));
  }
}
