package org.lecturehighlights.platform.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobStatus;

/** Attempts that do not count are measured too, after they have been settled. */
@QuarkusTest
@TestProfile(ScriptedStages.WithWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class AttemptMetersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ScriptedStages stages;
  @Inject TestJobs jobs;
  @Inject MeterRegistry registry;

  @Test
  void an_attempt_that_is_tried_again_and_one_that_fails_are_told_apart() {
    double retriedBefore = attempts("left", "retried");
    double failedBefore = attempts("left", "failed");
    double problemsBefore = problems();
    String job = JobIds.next();
    stages.script(job, "left", run -> run.attempt() == 1 ? Outcomes.retry() : Outcomes.failed());
    jobs.submit(job);
    await().atMost(PATIENCE).until(() -> jobs.job(job).status() == JobStatus.FAILED);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(attempts("left", "retried") - retriedBefore).isEqualTo(1);
          assertThat(attempts("left", "failed") - failedBefore).isEqualTo(1);
        });
    assertThat(problems() - problemsBefore).isEqualTo(2);
  }

  @Test
  void a_stage_runs_with_the_fields_of_its_own_job() {
    String job = JobIds.next();
    AtomicReference<String> seen = new AtomicReference<>("");
    stages.script(
        job,
        "last",
        run -> {
          seen.set(MDC.get("job") + " " + MDC.get("stage") + " " + MDC.get("attempt"));
          return Outcomes.done();
        });
    jobs.submit(job);
    await().atMost(PATIENCE).until(() -> jobs.job(job).status() == JobStatus.COMPLETED);
    assertThat(seen).hasValue(job + " last 1");
  }

  private double attempts(String stage, String outcome) {
    return registry
        .find("lecture.stage.run")
        .tags("stage", stage, "outcome", outcome)
        .timers()
        .stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  private double problems() {
    return registry.find("lecture.stage.problem").tag("stage", "left").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
