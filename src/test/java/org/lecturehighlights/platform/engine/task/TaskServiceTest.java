package org.lecturehighlights.platform.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.task.TaskState.Status;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.JobIds;

/** The state of tasks alone, on a real database, with nobody polling the lanes. */
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
  void a_task_of_an_ended_job_is_run_once() {
    submit();
    ClaimedAttempt run = claim(1).orElseThrow();
    assertThat(((ClaimedTask) run).task().wanted().path("wish").asInt()).isEqualTo(1);
    AtomicInteger rows = new AtomicInteger();
    assertThat(run.settle(done(rows))).isInstanceOf(AttemptResult.Kept.class);
    assertThat(run.settle(done(rows))).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(rows).hasValue(1);
    assertThat(claim(1)).isEmpty();
    assertThat(status()).isEqualTo(Status.DONE);
  }

  @Test
  void a_task_counts_towards_the_load_that_workers_are_scaled_by() {
    long before = due(Lane.RENDER);
    submit();
    assertThat(due(Lane.RENDER)).isEqualTo(before + 1);
  }

  @Test
  void a_later_request_replaces_a_running_attempt() {
    String job = submit();
    ClaimedAttempt overtaken = claim(1).orElseThrow();
    submit(job);
    assertThat(overtaken.report(0)).isFalse();
    AtomicInteger rows = new AtomicInteger();
    assertThat(overtaken.settle(done(rows))).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(rows).hasValue(0);
    assertThat(claim(1)).isEmpty();
    ClaimedAttempt second = claim(2).orElseThrow();
    assertThat(second.attempt().number()).isGreaterThan(overtaken.attempt().number());
    assertThat(second.settle(done(rows))).isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void an_attempt_whose_worker_died_is_fenced_out_by_the_next_one() {
    submit();
    ClaimedAttempt dead = claim(1).orElseThrow();
    ClaimedAttempt next = claim(1).orElseThrow();
    assertThat(dead.settle(done(new AtomicInteger()))).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(next.settle(done(new AtomicInteger()))).isInstanceOf(AttemptResult.Kept.class);
  }

  @Test
  void a_task_that_crashes_more_than_three_times_has_failed() {
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
  void a_task_has_a_deadline_like_a_stage() {
    submit();
    assertThat(claim(1).orElseThrow().deadline()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_task_that_may_still_succeed_is_tried_again() {
    submit();
    ClaimedAttempt run = claim(1).orElseThrow();
    Problem full = Problem.of(ProblemKind.STORAGE_FULL, "Make room.");
    assertThat(run.settle(new Outcome.Retry(full, Optional.empty())))
        .isInstanceOf(AttemptResult.Again.class);
    assertThat(claim(1)).isPresent();
  }

  @Test
  void a_withdrawn_task_does_nothing() {
    submit();
    ClaimedAttempt run = claim(1).orElseThrow();
    QuarkusTransaction.requiringNew().run(() -> tasks.withdraw(subject));
    assertThat(run.report(0)).isFalse();
    assertThat(run.settle(done(new AtomicInteger()))).isInstanceOf(AttemptResult.Dropped.class);
  }

  @Test
  void a_task_is_deleted_with_its_job() {
    String job = submit();
    jobs.execute("delete from jobs where job_id = ?", job);
    assertThat(claim(1)).isEmpty();
    assertThat(tasks.find(subject)).isEmpty();
  }

  @Test
  void a_stopping_worker_hands_its_task_over() {
    submit();
    ClaimedAttempt run = claim(1).orElseThrow();
    run.handOver();
    assertThat(status()).isEqualTo(Status.READY);
    assertThat(claim(1)).isPresent();
  }

  @Test
  void a_task_that_must_follow_another_is_submitted_when_that_one_commits() {
    String job = submit();
    String next = JobIds.next("clip_");
    Outcome.Done followed =
        new Outcome.Done(
            JsonNodeFactory.instance.objectNode(),
            () -> tasks.submit(job, next, "scripted", Lane.RENDER, WISH));
    ClaimedAttempt overtaken = claim(1).orElseThrow();
    ClaimedAttempt current = claim(1).orElseThrow();
    assertThat(overtaken.settle(followed)).isInstanceOf(AttemptResult.Dropped.class);
    assertThat(tasks.find(next)).isEmpty();
    assertThat(current.settle(followed)).isInstanceOf(AttemptResult.Kept.class);
    assertThat(status()).isEqualTo(Status.DONE);
    assertThat(tasks.claim(next + "/1", Lane.RENDER, "worker-under-test")).isPresent();
  }

  @Test
  void a_task_may_be_followed_by_another_of_the_same_subject() {
    String job = submit();
    Outcome.Done followed =
        new Outcome.Done(
            JsonNodeFactory.instance.objectNode(),
            () -> tasks.submit(job, subject, "scripted", Lane.RENDER, WISH));
    assertThat(claim(1).orElseThrow().settle(followed)).isInstanceOf(AttemptResult.Kept.class);
    assertThat(status()).isEqualTo(Status.READY);
    assertThat(claim(2)).isPresent();
  }

  @Test
  void a_task_is_not_done_if_the_task_after_it_cannot_be_written() {
    submit();
    ClaimedAttempt run = claim(1).orElseThrow();
    Outcome.Done followed =
        new Outcome.Done(
            JsonNodeFactory.instance.objectNode(),
            () -> tasks.submit("job_missing", subject + "x", "scripted", Lane.RENDER, WISH));
    assertThatThrownBy(() -> run.settle(followed)).hasMessageContaining("errand_job_id_fkey");
    assertThat(status()).isEqualTo(Status.RUNNING);
  }

  private Optional<ClaimedAttempt> claim(int revision) {
    return tasks.claim(subject + "/" + revision, Lane.RENDER, "worker-under-test");
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
