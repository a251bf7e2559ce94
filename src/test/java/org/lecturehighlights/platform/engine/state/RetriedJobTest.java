package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/** Jobs that failed and are retried. */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RetriedJobTest {
  private static final String ME = "worker-1";

  @Inject StageStateMachine machine;
  @Inject TestJobs jobs;
  @Inject JobLifeService life;

  @Test
  void finished_stages_stay_done_and_the_others_start_over() {
    String job = failedAtLeft();
    life.retry(job, same -> {});
    assertThat(jobs.stages(job))
        .containsEntry("first", "done")
        .containsEntry("left", "ready")
        .containsEntry("right", "ready")
        .containsEntry("last", "waiting");
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(jobs.due(job)).contains("left#1", "right#1").doesNotContain("first#1", "last#1");
  }

  @Test
  void a_delivery_from_before_the_retry_is_ignored_and_attempts_keep_counting() {
    String job = failedAtLeft();
    life.retry(job, same -> {});
    assertThat(delivered(job, "left", 0)).isEmpty();
    assertThat(delivered(job, "left", 1).orElseThrow().attempt().number()).isEqualTo(2);
  }

  @Test
  void an_attempt_from_before_the_retry_cannot_commit() {
    String job = jobs.submitted();
    claim(job, "first").settle(Outcomes.done());
    ClaimedAttempt right = claim(job, "right");
    claim(job, "left").settle(Outcomes.failed());
    life.retry(job, same -> {});
    assertThat(right.settle(Outcomes.done())).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(jobs.stages(job)).containsEntry("right", "ready");
  }

  @Test
  void a_retried_job_completes_and_no_longer_shows_an_error() {
    String job = failedAtLeft();
    assertThat(jobs.job(job).errorCode()).isEqualTo("NOT_A_VIDEO");
    life.retry(job, same -> {});
    for (String side : new String[] {"left", "right"}) {
      delivered(job, side, 1).orElseThrow().settle(Outcomes.done());
    }
    delivered(job, "last", 1).orElseThrow().settle(Outcomes.done());
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(jobs.job(job).errorCode()).isNull();
    assertThat(jobs.job(job).errorMessage()).isNull();
  }

  private String failedAtLeft() {
    String job = jobs.submitted();
    claim(job, "first").settle(Outcomes.done());
    claim(job, "left").settle(Outcomes.failed());
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.FAILED);
    return job;
  }

  private Optional<ClaimedAttempt> delivered(String job, String stage, int generation) {
    String delivery = job + "/" + stage + (generation == 0 ? "" : "#" + generation);
    return machine.claim(delivery, Lane.CPU, ME);
  }

  private ClaimedAttempt claim(String job, String stage) {
    return delivered(job, stage, 0).orElseThrow();
  }
}
