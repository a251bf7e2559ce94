package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/** The state machine alone, on a real database, with nobody polling the lanes. */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class StageStateMachineTest {
  private static final String ME = "worker-under-test";

  @Inject StageStateMachine machine;
  @Inject TestJobs jobs;
  @Inject JobLifeService life;

  @Test
  void only_the_first_stage_of_a_submitted_job_is_due() {
    String job = jobs.submitted();
    assertThat(jobs.due(job)).containsExactly("first");
    assertThat(jobs.stages(job))
        .isEqualTo(
            Map.of("first", "ready", "left", "waiting", "right", "waiting", "last", "waiting"));
  }

  @Test
  void a_submission_that_is_rolled_back_leaves_nothing() {
    String job = JobIds.next();
    jobs.submitAndRollBack(job);
    assertThat(jobs.due(job)).isEmpty();
    assertThat(jobs.stages(job)).isEmpty();
  }

  @Test
  void a_stage_becomes_due_when_the_last_of_its_needs_is_done() {
    String job = jobs.submitted();
    finish(job, "first");
    assertThat(jobs.due(job)).containsExactly("first", "left", "right");
    finish(job, "left");
    assertThat(jobs.stages(job)).containsEntry("last", "waiting");
    finish(job, "right");
    assertThat(jobs.stages(job)).containsEntry("last", "ready");
    finish(job, "last");
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(jobs.job(job).percent()).isEqualTo(100);
  }

  @Test
  void a_stage_sees_the_manifests_of_all_finished_stages() {
    String job = jobs.submitted();
    claim(job, "first").settle(Outcomes.done("word"));
    assertThat(((ClaimedStage) claim(job, "left")).manifests())
        .hasEntrySatisfying(
            "first", manifest -> assertThat(manifest.path("word").asText()).isEqualTo("word"));
  }

  @Test
  void a_duplicate_delivery_of_a_finished_stage_does_nothing() {
    String job = jobs.submitted();
    finish(job, "first");
    assertThat(delivered(job, "first", 0)).isEmpty();
  }

  @Test
  void an_attempt_that_was_overtaken_cannot_commit() {
    String job = jobs.submitted();
    ClaimedAttempt overtaken = claim(job, "first");
    ClaimedAttempt current = claim(job, "first");
    assertThat(overtaken.report(0.5)).isFalse();
    assertThat(overtaken.settle(failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(current.settle(Outcomes.done())).isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void a_stage_that_crashes_more_than_three_times_is_poisoned_and_fails_its_job() {
    String job = jobs.submitted();
    for (int crash = 0; crash <= 3; crash++) {
      claim(job, "first");
    }
    assertThat(delivered(job, "first", 0)).isEmpty();
    assertThat(jobs.stages(job)).containsEntry("first", "poisoned");
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.FAILED);
    assertThat(jobs.job(job).errorCode()).isEqualTo("PROCESSING_CRASHED");
  }

  @Test
  void handing_a_stage_over_does_not_count_as_a_crash() {
    String job = jobs.submitted();
    for (int times = 0; times < 10; times++) {
      claim(job, "first").handOver();
    }
    assertThat(claim(job, "first").attempt().number()).isEqualTo(11);
  }

  @Test
  void a_stage_that_asks_for_another_try_gets_one_until_none_is_left() {
    String job = jobs.submitted();
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThat(claim(job, "first").settle(Outcomes.retry()))
          .isInstanceOf(AttemptResult.Again.class);
    }
    assertThat(claim(job, "first").settle(Outcomes.retry()))
        .isInstanceOf(AttemptResult.Dropped.class);
    assertThat(jobs.job(job).errorCode()).isEqualTo("SPEECH_UNAVAILABLE");
    assertThat(jobs.log(job))
        .containsExactly(
            "first started",
            "first retried",
            "first started",
            "first retried",
            "first started",
            "first failed");
  }

  @Test
  void a_failed_stage_ends_its_job_and_fences_out_its_siblings() {
    String job = jobs.submitted();
    finish(job, "first");
    ClaimedAttempt left = claim(job, "left");
    claim(job, "right").settle(Outcomes.failed());
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.FAILED);
    assertThat(jobs.job(job).errorMessage()).isEqualTo("no video");
    assertThat(left.report(0.5)).isFalse();
    assertThat(left.settle(failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(jobs.stages(job))
        .containsEntry("left", "cancelled")
        .containsEntry("last", "cancelled");
  }

  @Test
  void a_job_that_has_not_started_is_cancelled_at_once() {
    String job = jobs.submitted();
    assertThat(life.cancel(job, same -> {}).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(delivered(job, "first", 0)).isEmpty();
  }

  @Test
  void a_running_stage_learns_that_its_job_was_cancelled_and_cannot_commit() {
    String job = jobs.submitted();
    ClaimedAttempt running = claim(job, "first");
    assertThat(life.cancel(job, same -> {}).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(running.report(0.5)).isFalse();
    assertThat(running.settle(failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void progress_never_runs_backwards() {
    String job = jobs.submitted();
    ClaimedAttempt first = claim(job, "first");
    first.report(0.8);
    ClaimedAttempt again = claim(job, "first");
    again.report(0.1);
    again.settle(Outcomes.done());
    ClaimedAttempt left = claim(job, "left");
    ClaimedAttempt right = claim(job, "right");
    right.report(0.9);
    left.report(0.2);
    left.settle(Outcomes.done());
    right.settle(Outcomes.done());
    finish(job, "last");
    assertThat(jobs.percents(job)).isSorted().endsWith(100.0).hasSizeGreaterThan(5);
  }

  private Optional<ClaimedAttempt> delivered(String job, String stage, int generation) {
    String delivery = job + "/" + stage + (generation == 0 ? "" : "#" + generation);
    return machine.claim(delivery, Lane.CPU, ME);
  }

  private ClaimedAttempt claim(String job, String stage) {
    return delivered(job, stage, 0).orElseThrow();
  }

  private void finish(String job, String stage) {
    assertThat(claim(job, stage).settle(Outcomes.done())).isInstanceOf(AttemptResult.Kept.class);
  }

  /** A result whose rows must never be written. */
  private static Outcome failOnRows() {
    return new Outcome.Done(
        ((Outcome.Done) Outcomes.done()).manifest(),
        () -> {
          throw new AssertionError("rows of an attempt that does not count were written");
        });
  }
}
