package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.JobLifecycle;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Outcomes;
import org.lecturehighlights.platform.engine.ScriptedStages;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobStatus;

/**
 * Jobs that a version with other stages opened, or works on at the same time. This version has the
 * stages first, left and right, last; another version is a state machine with a graph of its own.
 */
@QuarkusTest
@TestProfile(ScriptedStages.WithoutWorkers.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class OlderGraphTest {
  @Inject StageGraph graph;
  @Inject StageStateMachine present;
  @Inject JobLifecycle owner;
  @Inject AttemptDeadline deadline;
  @Inject LaneQueues queues;
  @Inject RetryPolicy retries;
  @Inject Clock clock;
  @Inject TestJobs jobs;
  @Inject JobLifeService life;

  private final List<String> done = new ArrayList<>();

  @Test
  void a_job_that_was_opened_with_one_stage_fewer_completes() {
    String job = openedBy(without("right"));
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done).containsExactlyInAnyOrder("first", "left", "right", "last").endsWith("last");
    assertThat(jobs.percents(job)).isSorted().endsWith(100.0);
  }

  @Test
  void a_job_that_was_opened_without_the_last_stage_completes_with_it() {
    String job = openedBy(without("last"));
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done).endsWith("last");
  }

  @Test
  void a_job_with_a_waiting_stage_that_is_gone_completes_without_it() {
    String job = openedBy(with("gone", "left"));
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done).containsExactlyInAnyOrder("first", "left", "right", "last");
    assertThat(jobs.stages(job)).containsEntry("gone", "cancelled");
  }

  @Test
  void a_job_with_a_ready_stage_that_is_gone_completes_without_it() {
    StageStateMachine older = with("gone", "first");
    String job = openedBy(older);
    deliver(older, job, "first");
    assertThat(jobs.stages(job)).containsEntry("gone", "ready");
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(jobs.stages(job)).containsEntry("gone", "cancelled");
  }

  @Test
  void a_worker_that_dies_at_a_stage_that_is_gone_does_not_block_the_job() {
    StageStateMachine older = with("gone", "first");
    String job = openedBy(older);
    deliver(older, job, "first");
    assertThat(claim(older, job, "gone")).isPresent();
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void a_stage_that_only_the_other_version_has_is_done_by_that_version() {
    for (boolean older : new boolean[] {true, false}) {
      done.clear();
      String job = openedBy(present);
      StageStateMachine other = without("last");
      deliverTo(job, older ? other : present, older ? present : other);
      assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(done).containsExactlyInAnyOrder("first", "left", "right", "last");
    }
  }

  @Test
  void versions_that_take_turns_do_each_stage_once() {
    for (String gone : List.of("left", "right", "last")) {
      done.clear();
      String job = openedBy(without(gone));
      deliverTo(job, without(gone), present);
      assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(done).doesNotHaveDuplicates().contains("first");
    }
  }

  @Test
  void a_stage_waits_for_a_need_that_the_earlier_version_did_not_know() {
    StageStateMachine older = without("right");
    String job = openedBy(older);
    deliver(older, job, "first");
    deliver(older, job, "left");
    assertThat(jobs.stages(job)).containsEntry("last", "ready");
    assertThat(claim(present, job, "last")).isEmpty();
    assertThat(jobs.stages(job)).containsEntry("last", "waiting").containsEntry("right", "ready");
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done).containsExactly("first", "left", "right", "last");
  }

  @Test
  void a_failed_job_with_a_stage_that_is_gone_can_be_retried() {
    StageStateMachine older = with("gone", "first");
    String job = openedBy(older);
    deliver(older, job, "first");
    inTransaction(() -> claim(older, job, "gone").orElseThrow().settle(Outcomes.failed()));
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.FAILED);
    life.retry(job, same -> {});
    deliverTo(job, present);
    assertThat(jobs.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done).containsExactlyInAnyOrder("first", "left", "right", "last");
  }

  @Test
  void pods_of_earlier_versions_still_find_their_count_of_needs() {
    String job = openedBy(present);
    assertThat(jobs.depsLeft(job, "last")).isEqualTo(2);
    deliver(present, job, "first");
    deliver(present, job, "left");
    assertThat(jobs.depsLeft(job, "last")).isEqualTo(1);
  }

  /** This version's graph without a stage. */
  private StageStateMachine without(String stage) {
    return version(
        graph.stages().stream()
            .filter(definition -> !definition.name().equals(stage))
            .map(definition -> {
              Set<String> needs = new HashSet<>(definition.needs());
              needs.remove(stage);
              return new StageDefinition(
                  definition.name(),
                  definition.lane(),
                  definition.weight(),
                  needs,
                  definition.stage());
            })
            .toList());
  }

  /** This version's graph with one more stage, which nothing waits for. */
  private StageStateMachine with(String stage, String need) {
    List<StageDefinition> stages = new ArrayList<>(graph.stages());
    stages.add(
        new StageDefinition(stage, Lane.CPU, 1, Set.of(need), graph.stages().getFirst().stage()));
    return version(stages);
  }

  private StageStateMachine version(List<StageDefinition> stages) {
    return new StageStateMachine(new StageGraph(stages), owner, queues, retries, deadline, clock);
  }

  private String openedBy(StageStateMachine version) {
    String job = jobs.pending();
    inTransaction(() -> {
      version.open(job);
      return job;
    });
    return job;
  }

  /**
   * Delivers whatever is or will be due to the versions in turn, until nothing is left. A stage
   * that was delivered before comes after the others, like one that is due after a pause.
   */
  private void deliverTo(String job, StageStateMachine... versions) {
    Set<String> delivered = new HashSet<>();
    for (int turn = 0; turn < 100; turn++) {
      Optional<String> next =
          jobs.due(job).stream()
              .filter(delivery -> !delivered.contains(delivery))
              .min(Comparator.comparing(delivery -> times(delivered, delivery)));
      if (next.isEmpty()) {
        return;
      }
      delivered.add(next.get());
      deliver(versions[turn % versions.length], job, next.get());
    }
    throw new AssertionError("the versions undo each other's work: " + delivered);
  }

  private static long times(Set<String> delivered, String delivery) {
    String stage = delivery.split("#", 2)[0];
    return delivered.stream().filter(before -> before.split("#", 2)[0].equals(stage)).count();
  }

  private void deliver(StageStateMachine version, String job, String delivery) {
    inTransaction(() -> claim(version, job, delivery))
        .ifPresent(claimed -> {
          Outcome outcome = Outcomes.done();
          assertThat(inTransaction(() -> claimed.settle(outcome)))
              .isInstanceOf(AttemptResult.Kept.class);
          done.add(claimed.attempt().stage());
        });
  }

  private Optional<ClaimedAttempt> claim(StageStateMachine version, String job, String delivery) {
    return inTransaction(() -> version.claim(job + "/" + delivery, Lane.CPU, "worker-under-test"));
  }

  /** Other versions are not CDI beans, so nobody begins their transactions. */
  private static <T> T inTransaction(Supplier<T> work) {
    return QuarkusTransaction.joiningExisting().call(work::get);
  }
}
