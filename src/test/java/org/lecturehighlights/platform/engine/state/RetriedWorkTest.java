package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.Works;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/** Works that failed and are opened again. */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RetriedWorkTest {
  private static final String ME = "worker-1";

  @Inject StageStateMachine ledger;
  @Inject Works works;
  @Inject JobLifeService life;

  @Test
  void what_is_done_stays_done_and_the_rest_begins_anew() {
    String work = failedAtLeft();
    life.retry(work, job -> {});
    assertThat(works.stages(work))
        .containsEntry("first", "done")
        .containsEntry("left", "ready")
        .containsEntry("right", "ready")
        .containsEntry("last", "waiting");
    assertThat(works.job(work).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(works.due(work)).contains("left#1", "right#1").doesNotContain("first#1", "last#1");
  }

  @Test
  void a_delivery_from_before_is_void_and_the_attempts_go_on_counting() {
    String work = failedAtLeft();
    life.retry(work, job -> {});
    assertThat(ledger.claim(work, "left", 0, ME)).isEmpty();
    assertThat(ledger.claim(work, "left", 1, ME).orElseThrow().attempt()).isEqualTo(2);
  }

  @Test
  void an_attempt_from_before_cannot_commit() {
    String work = works.submitted();
    ledger.settle(claim(work, "first"), Outcomes.done());
    Claim right = claim(work, "right");
    ledger.settle(claim(work, "left"), Outcomes.failed());
    life.retry(work, job -> {});
    assertThat(ledger.settle(right, Outcomes.done())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(works.stages(work)).containsEntry("right", "ready");
  }

  @Test
  void a_retried_work_completes_and_tells_no_error_any_more() {
    String work = failedAtLeft();
    assertThat(works.job(work).errorCode()).isEqualTo("NOT_A_VIDEO");
    life.retry(work, job -> {});
    for (String side : new String[] {"left", "right"}) {
      ledger.settle(ledger.claim(work, side, 1, ME).orElseThrow(), Outcomes.done());
    }
    ledger.settle(ledger.claim(work, "last", 1, ME).orElseThrow(), Outcomes.done());
    assertThat(works.job(work).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(works.job(work).errorCode()).isNull();
    assertThat(works.job(work).errorMessage()).isNull();
  }

  private String failedAtLeft() {
    String work = works.submitted();
    ledger.settle(claim(work, "first"), Outcomes.done());
    ledger.settle(claim(work, "left"), Outcomes.failed());
    assertThat(works.job(work).status()).isEqualTo(JobStatus.FAILED);
    return work;
  }

  private Claim claim(String work, String stage) {
    return ledger.claim(work, stage, 0, ME).orElseThrow();
  }
}
