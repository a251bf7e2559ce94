package org.lecturehighlights.platform.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.engine.AttemptObserver.Attempt;
import org.lecturehighlights.platform.engine.JobLifecycle;
import org.lecturehighlights.platform.engine.JobLifecycle.JobPhase;
import org.lecturehighlights.platform.engine.JobProgress;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.problem.Problem;

/** The state of stages. Every method is one transaction on the locked row of one job. */
@ApplicationScoped
public class StageStateMachine implements DurableWork {
  private final StageGraph graph;
  private final JobLifecycle owner;
  private final RetryPolicy retries;
  private final AttemptDeadline deadline;
  private final Clock clock;
  private final StageReconciler reconciler;

  StageStateMachine(
      StageGraph graph,
      JobLifecycle owner,
      LaneQueues queues,
      RetryPolicy retries,
      AttemptDeadline deadline,
      Clock clock) {
    this.graph = graph;
    this.owner = owner;
    this.retries = retries;
    this.deadline = deadline;
    this.clock = clock;
    this.reconciler = new StageReconciler(graph, queues, retries, clock);
  }

  /** Writes the stages of a job and makes the first ones due, within the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void open(String jobId) {
    proceed(jobId);
  }

  /**
   * Reopens the stages of an ended job that are not done, or opens all stages of a job that has
   * none, within the caller's transaction, which holds the job's lock.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reopen(String jobId) {
    StageRow.ofJob(jobId).stream()
        .filter(run -> run.status() != StageStatus.DONE)
        .forEach(StageRow::reopen);
    proceed(jobId);
  }

  /** The state of each stage of a job, in the graph's order; empty for a job that never began. */
  @Transactional
  public List<StageState> stages(String jobId) {
    return StageRow.ofJob(jobId).stream().map(StageRow::state).toList();
  }

  @Override
  @Transactional
  public Optional<ClaimedAttempt> claim(String delivery, Lane lane, String worker) {
    String jobId = LaneQueues.subjectOf(delivery);
    String stage = LaneQueues.stageOf(delivery);
    JobPhase phase = owner.lock(jobId);
    Optional<StageRow> found = StageRow.of(jobId, stage);
    if (found.isEmpty() || phase == JobPhase.GONE || phase == JobPhase.ENDED) {
      return Optional.empty();
    }
    StageRow run = found.get();
    if (run.generation != LaneQueues.generationOf(delivery)) {
      return Optional.empty();
    }
    if (phase == JobPhase.CANCEL_REQUESTED) {
      cancel(run);
      return Optional.empty();
    }
    if (run.status() != StageStatus.READY && run.status() != StageStatus.RUNNING) {
      return Optional.empty();
    }
    Optional<StageDefinition> definition = graph.find(stage);
    if (definition.isEmpty()) {
      if (reconciler.passOn(run)) {
        proceed(jobId);
      }
      return Optional.empty();
    }
    Map<String, JsonNode> manifests = manifests(jobId);
    if (!manifests.keySet().containsAll(definition.get().needs())) {
      // Another version made it due, one that does not know all of the stages it needs.
      run.holdBack();
      proceed(jobId);
      return Optional.empty();
    }
    if (run.crashed(retries)) {
      fail(run, StageStatus.POISONED, RetryPolicy.poisoned("Stage " + stage, run.crashes()));
      return Optional.empty();
    }
    run.begin(worker, clock.instant());
    owner.stageStarted(jobId, stage, run.attempt());
    owner.advanced(jobId, progress(jobId));
    Attempt attempt = new Attempt(jobId, stage, run.attempt(), lane, owner.origin(jobId));
    return Optional.of(
        new ClaimedStage(
            this,
            definition.get().stage(),
            attempt,
            deadline.of(owner.playingTime(jobId)),
            manifests));
  }

  /** Notes progress; tells whether the attempt may go on. */
  @Transactional
  boolean report(Attempt attempt, double fraction) {
    JobPhase phase = owner.lock(attempt.jobId());
    Optional<StageRow> run = current(attempt);
    if (phase != JobPhase.ALIVE || run.isEmpty()) {
      return false;
    }
    if (fraction > run.get().progress) {
      run.get().progress = Math.min(1, fraction);
      owner.advanced(attempt.jobId(), progress(attempt.jobId()));
    }
    return true;
  }

  /** Settles the end of an attempt: writes its rows and makes the next stages ready. */
  @Transactional
  AttemptResult settle(Attempt attempt, Outcome outcome) {
    JobPhase phase = owner.lock(attempt.jobId());
    Optional<StageRow> found = current(attempt);
    if (phase == JobPhase.GONE || phase == JobPhase.ENDED || found.isEmpty()) {
      return new AttemptResult.Dropped();
    }
    StageRow run = found.get();
    if (phase == JobPhase.CANCEL_REQUESTED) {
      cancel(run);
      return new AttemptResult.Dropped();
    }
    return switch (outcome) {
      case Outcome.Done done -> finish(run, done);
      case Outcome.Retry retry -> retry(run, retry);
      case Outcome.Failed failed -> {
        fail(run, StageStatus.FAILED, failed.problem());
        yield new AttemptResult.Dropped();
      }
      case Outcome.Cancelled cancelled -> {
        cancel(run);
        yield new AttemptResult.Dropped();
      }
    };
  }

  /**
   * Hands a running stage over, because its worker stops. This counts neither as a failure nor as a
   * crash.
   */
  @Transactional
  void handOver(Attempt attempt) {
    owner.lock(attempt.jobId());
    current(attempt).ifPresent(run -> run.become(StageStatus.READY));
  }

  /** Ends the stages that have not started, of a job whose cancellation was requested. */
  @Transactional
  public void cancelUnstarted(String jobId) {
    if (owner.lock(jobId) != JobPhase.CANCEL_REQUESTED) {
      return;
    }
    StageRow.ofJob(jobId).stream()
        .filter(run -> run.status() == StageStatus.WAITING || run.status() == StageStatus.READY)
        .forEach(run -> run.end(StageStatus.CANCELLED, clock.instant()));
    endIfAllStopped(jobId);
  }

  /** What a finished stage of a job left for later; empty for a job without this stage. */
  @Transactional
  public Optional<JsonNode> manifest(String jobId, String stage) {
    return StageRow.of(jobId, stage)
        .filter(run -> run.status() == StageStatus.DONE)
        .map(run -> run.manifest);
  }

  private AttemptResult finish(StageRow run, Outcome.Done done) {
    Instant now = clock.instant();
    done.rows().run();
    run.manifest = done.manifest();
    run.progress = 1;
    run.forgetProblem();
    run.end(StageStatus.DONE, now);
    owner.stageDone(run.jobId, run.stage, run.attempt(), took(run, now));
    boolean complete = reconciler.reconcile(run.jobId);
    owner.advanced(run.jobId, progress(run.jobId));
    if (complete) {
      owner.completed(run.jobId);
    }
    return new AttemptResult.Kept();
  }

  private static Duration took(StageRow run, Instant now) {
    return Duration.between(Objects.requireNonNull(run.startedAt()), now);
  }

  private AttemptResult retry(StageRow run, Outcome.Retry retry) {
    Optional<Duration> pause = run.failed(retry, retries);
    if (pause.isEmpty()) {
      fail(run, StageStatus.FAILED, retry.problem());
      return new AttemptResult.Dropped();
    }
    owner.stageFailed(run.jobId, run.stage, run.attempt(), retry.problem(), true);
    run.become(StageStatus.READY);
    return new AttemptResult.Again(pause.get());
  }

  private void fail(StageRow run, StageStatus how, Problem problem) {
    run.note(problem);
    run.end(how, clock.instant());
    owner.stageFailed(run.jobId, run.stage, run.attempt(), problem, false);
    // The job has ended: attempts at other stages notice it when they next report progress.
    StageRow.ofJob(run.jobId).stream()
        .filter(other -> other.status().isOpen())
        .forEach(other -> other.end(StageStatus.CANCELLED, clock.instant()));
    owner.failed(run.jobId, run.stage, problem);
  }

  private void cancel(StageRow run) {
    run.end(StageStatus.CANCELLED, clock.instant());
    endIfAllStopped(run.jobId);
  }

  private void endIfAllStopped(String jobId) {
    if (StageRow.ofJob(jobId).stream().noneMatch(run -> run.status() == StageStatus.RUNNING)) {
      owner.cancelled(jobId);
    }
  }

  private void proceed(String jobId) {
    if (reconciler.reconcile(jobId)) {
      owner.completed(jobId);
    }
  }

  private static Map<String, JsonNode> manifests(String jobId) {
    return StageRow.ofJob(jobId).stream()
        .filter(run -> run.status() == StageStatus.DONE)
        .collect(Collectors.toMap(run -> run.stage, run -> Objects.requireNonNull(run.manifest)));
  }

  private static Optional<StageRow> current(Attempt attempt) {
    return StageRow.of(attempt.jobId(), attempt.stage())
        .filter(run -> run.isRunning(attempt.number()));
  }

  private JobProgress progress(String jobId) {
    return Progress.of(StageRow.ofJob(jobId), clock.instant());
  }
}
