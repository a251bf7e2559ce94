package org.lecturehighlights.platform.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.task.TaskState.Status;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.JobIds;

/** The books of errands alone, on a real database, with nobody polling the lanes. */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class TaskServiceTest {
  private static final JsonNode WISH = JsonNodeFactory.instance.objectNode().put("wish", 1);

  @Inject TaskService tasks;
  @Inject SampleJobs jobs;
  @Inject LaneQueues queues;

  private final String subject = JobIds.next("clip_");

  @Test
  void an_errand_of_an_ended_job_is_run_once() {
    submit();
    TaskAttempt run = claim(1).orElseThrow();
    assertThat(run.wanted().path("wish").asInt()).isEqualTo(1);
    AtomicInteger rows = new AtomicInteger();
    assertThat(tasks.settle(run, done(rows))).isInstanceOf(AttemptResult.Kept.class);
    assertThat(tasks.settle(run, done(rows))).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(rows).hasValue(1);
    assertThat(claim(1)).isEmpty();
    assertThat(status()).isEqualTo(Status.DONE);
  }

  @Test
  void an_errand_counts_in_the_load_that_workers_are_scaled_by() {
    long before = due(Lane.RENDER);
    submit();
    assertThat(due(Lane.RENDER)).isEqualTo(before + 1);
  }

  @Test
  void what_is_asked_for_later_replaces_an_attempt_that_runs() {
    String job = submit();
    TaskAttempt overtaken = claim(1).orElseThrow();
    submit(job);
    assertThat(tasks.isWanted(overtaken)).isFalse();
    AtomicInteger rows = new AtomicInteger();
    assertThat(tasks.settle(overtaken, done(rows))).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(rows).hasValue(0);
    assertThat(claim(1)).isEmpty();
    TaskAttempt second = claim(2).orElseThrow();
    assertThat(second.attempt()).isGreaterThan(overtaken.attempt());
    assertThat(tasks.settle(second, done(rows))).isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void an_attempt_whose_worker_died_is_fenced_out_by_the_next_one() {
    submit();
    TaskAttempt dead = claim(1).orElseThrow();
    TaskAttempt next = claim(1).orElseThrow();
    assertThat(tasks.settle(dead, done(new AtomicInteger())))
        .isInstanceOf(AttemptResult.Dropped.class);
    assertThat(tasks.settle(next, done(new AtomicInteger())))
        .isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void an_errand_that_crashes_more_than_three_times_has_failed() {
    submit();
    for (int i = 0; i < 4; i++) {
      assertThat(claim(1)).isPresent();
    }
    assertThat(claim(1)).isEmpty();
    TaskState state = tasks.find(subject).orElseThrow();
    assertThat(state.status()).isEqualTo(Status.FAILED);
    assertThat(state.errorCode()).isEqualTo("PROCESSING_CRASHED");
  }

  @Test
  void an_errand_that_may_yet_succeed_is_tried_again() {
    submit();
    TaskAttempt run = claim(1).orElseThrow();
    Problem full = Problem.of(ProblemKind.STORAGE_FULL, "Make room.");
    assertThat(tasks.settle(run, new Outcome.Retry(full, Optional.empty())))
        .isInstanceOf(AttemptResult.Again.class);
    assertThat(claim(1)).isPresent();
  }

  @Test
  void a_withdrawn_errand_does_nothing_any_more() {
    submit();
    TaskAttempt run = claim(1).orElseThrow();
    QuarkusTransaction.requiringNew().run(() -> tasks.withdraw(subject));
    assertThat(tasks.isWanted(run)).isFalse();
    assertThat(tasks.settle(run, done(new AtomicInteger())))
        .isInstanceOf(AttemptResult.Dropped.class);
  }

  @Test
  void an_errand_leaves_with_its_job() {
    String job = submit();
    jobs.execute("delete from jobs where job_id = ?", job);
    assertThat(claim(1)).isEmpty();
    assertThat(tasks.find(subject)).isEmpty();
  }

  @Test
  void a_worker_that_stops_gives_its_errand_back() {
    submit();
    TaskAttempt run = claim(1).orElseThrow();
    tasks.handOver(run);
    assertThat(status()).isEqualTo(Status.READY);
    assertThat(claim(1)).isPresent();
  }

  private Optional<TaskAttempt> claim(int revision) {
    return tasks.claim(subject + "/" + revision, "worker-under-test");
  }

  private long due(Lane lane) {
    return queues.loads().stream().filter(load -> load.lane() == lane).findFirst().get().due();
  }

  private Status status() {
    return tasks.find(subject).orElseThrow().status();
  }

  private String submit() {
    String job = jobs.completed();
    submit(job);
    return job;
  }

  private void submit(String job) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          tasks.lock(job);
          tasks.submit(job, subject, "scripted", Lane.RENDER, WISH);
        });
  }

  private static Outcome done(AtomicInteger rows) {
    return new Outcome.Done(JsonNodeFactory.instance.objectNode(), rows::incrementAndGet);
  }
}
