package org.lecturehighlights.platform.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobStatus;

/** Stages that take too long, with an engine that has little patience. */
@QuarkusTest
@TestProfile(StageDeadlineTest.Impatient.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class StageDeadlineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ScriptedStages stages;
  @Inject TestJobs jobs;

  /** A second for each attempt, however long the lecture is. */
  public static final class Impatient extends ScriptedStages.WithWorkers {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("lecture.engine.stage-deadline-min", "1s");
      settings.put("lecture.engine.stage-deadline-factor", "0");
      return settings;
    }
  }

  @Test
  void a_stage_that_does_not_end_fails_its_job_and_is_not_tried_again() {
    String job = JobIds.next();
    stages.script(
        job,
        "first",
        run -> {
          new CountDownLatch(1).await();
          return Outcomes.done();
        });
    jobs.submit(job);
    assertTimedOut(job);
    await().atMost(PATIENCE).until(() -> stages.seen.contains("discard " + job + "/first/1"));
    assertThat(stages.seen).doesNotContain("run " + job + "/first/2");
    assertThat(jobs.due(job)).isEmpty();
  }

  @Test
  void a_stage_that_ignores_interrupts_fails_its_job_in_time_and_cannot_commit() {
    String job = JobIds.next();
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean committed = new AtomicBoolean();
    stages.script(
        job,
        "first",
        run -> {
          awaitUninterruptibly(release);
          return new Outcome.Done(
              ((Outcome.Done) Outcomes.done()).manifest(), () -> committed.set(true));
        });
    jobs.submit(job);
    assertTimedOut(job);
    assertThat(stages.seen).doesNotContain("discard " + job + "/first/1");
    release.countDown();
    await().atMost(PATIENCE).until(() -> stages.seen.contains("discard " + job + "/first/1"));
    assertThat(committed).isFalse();
    assertThat(jobs.stages(job)).containsEntry("first", "failed");
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void a_stage_that_hides_the_interrupt_behind_another_problem_is_not_tried_again_either() {
    String job = JobIds.next();
    stages.script(
        job,
        "first",
        run -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stop) {
            throw new IllegalStateException("a defect on the way out", stop);
          }
          return Outcomes.done();
        });
    jobs.submit(job);
    assertTimedOut(job);
    await().atMost(PATIENCE).until(() -> stages.seen.contains("discard " + job + "/first/1"));
    assertThat(stages.seen).doesNotContain("run " + job + "/first/2");
  }

  @Test
  void a_stage_that_ends_in_time_is_left_alone() {
    String job = jobs.submitted();
    await().atMost(PATIENCE).until(() -> jobs.job(job).status() == JobStatus.COMPLETED);
  }

  private void assertTimedOut(String job) {
    await().atMost(PATIENCE).until(() -> jobs.job(job).status() == JobStatus.FAILED);
    assertThat(jobs.job(job).errorCode()).isEqualTo("STAGE_TIMED_OUT");
    assertThat(jobs.job(job).errorMessage()).contains("Stage first did not end within 1 s ");
    assertThat(jobs.log(job)).contains("first failed").doesNotContain("first retried");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // This stage is written so badly on purpose.
      }
    }
  }
}
