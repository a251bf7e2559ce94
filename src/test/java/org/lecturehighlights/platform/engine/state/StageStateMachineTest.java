package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.Works;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/** The state machine alone, on a real database, with nobody polling the lanes. */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class StageStateMachineTest {
  private static final String ME = "worker-under-test";

  @Inject StageStateMachine ledger;
  @Inject Works works;
  @Inject JobLifeService life;

  @Test
  void only_the_first_stage_of_a_submitted_work_is_due() {
    String work = works.submitted();
    assertThat(works.due(work)).containsExactly("first");
    assertThat(works.stages(work))
        .isEqualTo(
            Map.of("first", "ready", "left", "waiting", "right", "waiting", "last", "waiting"));
  }

  @Test
  void a_submission_that_is_rolled_back_leaves_nothing() {
    String work = JobIds.next();
    works.submitAndRollBack(work);
    assertThat(works.due(work)).isEmpty();
    assertThat(works.stages(work)).isEmpty();
  }

  @Test
  void a_stage_becomes_due_when_the_last_of_its_needs_is_done() {
    String work = works.submitted();
    finish(work, "first");
    assertThat(works.due(work)).containsExactly("first", "left", "right");
    finish(work, "left");
    assertThat(works.stages(work)).containsEntry("last", "waiting");
    finish(work, "right");
    assertThat(works.stages(work)).containsEntry("last", "ready");
    finish(work, "last");
    assertThat(works.job(work).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(works.job(work).percent()).isEqualTo(100);
  }

  @Test
  void a_stage_sees_the_manifests_of_all_finished_stages() {
    String work = works.submitted();
    ledger.settle(claim(work, "first"), Outcomes.done("word"));
    assertThat(claim(work, "left").manifests())
        .hasEntrySatisfying(
            "first", manifest -> assertThat(manifest.path("word").asText()).isEqualTo("word"));
  }

  @Test
  void a_duplicate_delivery_of_a_finished_stage_does_nothing() {
    String work = works.submitted();
    finish(work, "first");
    assertThat(ledger.claim(work, "first", 0, ME)).isEmpty();
  }

  @Test
  void an_attempt_that_was_overtaken_cannot_commit() {
    String work = works.submitted();
    Claim overtaken = claim(work, "first");
    Claim current = claim(work, "first");
    assertThat(ledger.tick(overtaken, 0.5)).isFalse();
    assertThat(ledger.settle(overtaken, failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(ledger.settle(current, Outcomes.done())).isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void a_stage_that_crashes_more_than_three_times_is_poisoned_and_fails_its_work() {
    String work = works.submitted();
    for (int crash = 0; crash <= 3; crash++) {
      claim(work, "first");
    }
    assertThat(ledger.claim(work, "first", 0, ME)).isEmpty();
    assertThat(works.stages(work)).containsEntry("first", "poisoned");
    assertThat(works.job(work).status()).isEqualTo(JobStatus.FAILED);
    assertThat(works.job(work).errorCode()).isEqualTo("PROCESSING_CRASHED");
  }

  @Test
  void a_stage_that_is_handed_over_counts_no_crash() {
    String work = works.submitted();
    for (int times = 0; times < 10; times++) {
      ledger.handOver(claim(work, "first"));
    }
    assertThat(claim(work, "first").attempt()).isEqualTo(11);
  }

  @Test
  void a_stage_that_asks_for_another_try_gets_it_until_the_tries_are_used_up() {
    String work = works.submitted();
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThat(ledger.settle(claim(work, "first"), Outcomes.retry()))
          .isInstanceOf(AttemptResult.Again.class);
    }
    assertThat(ledger.settle(claim(work, "first"), Outcomes.retry()))
        .isInstanceOf(AttemptResult.Dropped.class);
    assertThat(works.job(work).errorCode()).isEqualTo("SPEECH_UNAVAILABLE");
    assertThat(works.log(work))
        .containsExactly(
            "first started",
            "first retried",
            "first started",
            "first retried",
            "first started",
            "first failed");
  }

  @Test
  void a_failed_stage_ends_its_work_and_fences_out_its_siblings() {
    String work = works.submitted();
    finish(work, "first");
    Claim left = claim(work, "left");
    ledger.settle(claim(work, "right"), Outcomes.failed());
    assertThat(works.job(work).status()).isEqualTo(JobStatus.FAILED);
    assertThat(works.job(work).errorMessage()).isEqualTo("no video");
    assertThat(ledger.tick(left, 0.5)).isFalse();
    assertThat(ledger.settle(left, failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(works.stages(work))
        .containsEntry("left", "cancelled")
        .containsEntry("last", "cancelled");
  }

  @Test
  void a_work_that_has_not_started_is_cancelled_at_once() {
    String work = works.submitted();
    assertThat(life.cancel(work, job -> {}).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(ledger.claim(work, "first", 0, ME)).isEmpty();
  }

  @Test
  void a_running_step_of_a_cancelled_work_is_told_and_cannot_commit() {
    String work = works.submitted();
    Claim running = claim(work, "first");
    assertThat(life.cancel(work, job -> {}).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(ledger.tick(running, 0.5)).isFalse();
    assertThat(ledger.settle(running, failOnRows())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(works.job(work).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void progress_never_runs_backwards() {
    String work = works.submitted();
    Claim first = claim(work, "first");
    ledger.tick(first, 0.8);
    Claim again = claim(work, "first");
    ledger.tick(again, 0.1);
    ledger.settle(again, Outcomes.done());
    Claim left = claim(work, "left");
    Claim right = claim(work, "right");
    ledger.tick(right, 0.9);
    ledger.tick(left, 0.2);
    ledger.settle(left, Outcomes.done());
    ledger.settle(right, Outcomes.done());
    finish(work, "last");
    assertThat(works.percents(work)).isSorted().endsWith(100.0).hasSizeGreaterThan(5);
  }

  private Claim claim(String work, String stage) {
    return ledger.claim(work, stage, 0, ME).orElseThrow();
  }

  private void finish(String work, String stage) {
    assertThat(ledger.settle(claim(work, stage), Outcomes.done()))
        .isInstanceOf(AttemptResult.Kept.class);
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
