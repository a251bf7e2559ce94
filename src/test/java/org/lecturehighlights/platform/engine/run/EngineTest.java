package org.lecturehighlights.platform.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/** The engine with its lanes: real schedulers on a real database, scripted stages. */
@QuarkusTest
@TestProfile(ScriptedStages.WithWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class EngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ScriptedStages stages;
  @Inject Engine engine;
  @Inject TestJobs jobs;
  @Inject JobLifeService life;

  @Test
  void a_job_runs_each_stage_once_and_completes() {
    String job = jobs.submitted();
    awaitStatus(job, JobStatus.COMPLETED);
    assertThat(stages.seen.stream().filter(line -> line.contains(job)))
        .containsExactlyInAnyOrder(
            "run " + job + "/first/1",
            "run " + job + "/left/1",
            "run " + job + "/right/1",
            "run " + job + "/last/1");
    await().atMost(PATIENCE).until(() -> jobs.due(job).isEmpty());
  }

  @Test
  void stages_that_do_not_need_each_other_run_side_by_side() {
    String job = JobIds.next();
    CyclicBarrier both = new CyclicBarrier(2);
    for (String side : new String[] {"left", "right"}) {
      stages.script(
          job,
          side,
          run -> {
            try {
              both.await(20, TimeUnit.SECONDS);
            } catch (java.util.concurrent.BrokenBarrierException
                | java.util.concurrent.TimeoutException alone) {
              return Outcomes.failed();
            }
            return Outcomes.done();
          });
    }
    jobs.submit(job);
    awaitStatus(job, JobStatus.COMPLETED);
  }

  @Test
  void a_stage_with_a_defect_is_tried_again_and_its_leftovers_are_discarded() {
    String job = JobIds.next();
    stages.script(
        job,
        "first",
        run -> {
          if (run.attempt() == 1) {
            throw new IllegalStateException("a defect on purpose");
          }
          return Outcomes.done();
        });
    jobs.submit(job);
    awaitStatus(job, JobStatus.COMPLETED);
    assertThat(stages.seen).contains("discard " + job + "/first/1");
  }

  @Test
  void cancelling_interrupts_the_running_stage_and_discards_its_leftovers() throws Exception {
    String job = JobIds.next();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    stages.script(
        job,
        "first",
        run -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stop) {
            interrupted.countDown();
            throw stop;
          }
          return Outcomes.done();
        });
    jobs.submit(job);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    life.cancel(job, same -> {});
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    awaitStatus(job, JobStatus.CANCELLED);
    await().atMost(PATIENCE).until(() -> stages.seen.contains("discard " + job + "/first/1"));
  }

  @Test
  void a_stopping_worker_lets_a_stage_finish_that_ends_in_time() throws Exception {
    String job = JobIds.next();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch nearlyDone = new CountDownLatch(1);
    stages.script(
        job,
        "first",
        run -> {
          running.countDown();
          nearlyDone.await();
          return Outcomes.done();
        });
    jobs.submit(job);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    Thread stopping = Thread.startVirtualThread(() -> engine.stop(new ShutdownEvent()));
    await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    nearlyDone.countDown();
    assertThat(stopping.join(PATIENCE)).isTrue();
    engine.start(new StartupEvent());
    awaitStatus(job, JobStatus.COMPLETED);
    assertThat(stages.seen)
        .contains("run " + job + "/first/1")
        .doesNotContain("run " + job + "/first/2");
  }

  private void awaitStatus(String job, JobStatus status) {
    await().atMost(PATIENCE).until(() -> jobs.job(job).status() == status);
  }
}
