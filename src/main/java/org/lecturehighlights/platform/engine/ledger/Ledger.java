package org.lecturehighlights.platform.engine.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.engine.WorkOwner;
import org.lecturehighlights.platform.engine.WorkOwner.Standing;
import org.lecturehighlights.platform.engine.WorkProgress;
import org.lecturehighlights.platform.problem.Problem;

/** The engine's state machine. Every method is one transaction on the locked row of one work. */
@ApplicationScoped
public class Ledger {
  private final StageGraph graph;
  private final WorkOwner owner;
  private final LaneQueues queues;
  private final RetryPolicy retries;
  private final Clock clock;

  Ledger(StageGraph graph, WorkOwner owner, LaneQueues queues, RetryPolicy retries, Clock clock) {
    this.graph = graph;
    this.owner = owner;
    this.queues = queues;
    this.retries = retries;
    this.clock = clock;
  }

  /** Writes the stages of a work and makes the first ones due; joins the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void open(String workId) {
    List<StageDefinition> stages = graph.stages();
    for (int place = 0; place < stages.size(); place++) {
      StageDefinition definition = stages.get(place);
      StageRun run = new StageRun();
      run.workId = workId;
      run.stage = definition.name();
      run.lane = definition.lane().code();
      run.place = place;
      run.depsLeft = definition.needs().size();
      run.weight = definition.weight();
      run.become(StageStatus.WAITING);
      run.persist();
      if (run.depsLeft == 0) {
        makeReady(run, definition);
      }
    }
  }

  /**
   * Opens again what is not done of a work that ended, or all of a work without a ledger; joins the
   * caller's transaction, which holds the work's lock.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reopen(String workId) {
    List<StageRun> runs = StageRun.ofWork(workId);
    if (runs.isEmpty()) {
      open(workId);
      return;
    }
    Set<String> done =
        runs.stream()
            .filter(run -> run.status() == StageStatus.DONE)
            .map(run -> run.stage)
            .collect(Collectors.toUnmodifiableSet());
    for (StageRun run : runs) {
      if (!done.contains(run.stage)) {
        StageDefinition definition = graph.named(run.stage);
        run.reopen();
        run.depsLeft =
            (int) definition.needs().stream().filter(need -> !done.contains(need)).count();
        if (run.depsLeft == 0) {
          makeReady(run, definition);
        }
      }
    }
  }

  /** How each stage of a work stands, in the graph's order; none for a work that never began. */
  @Transactional
  public List<StageState> stages(String workId) {
    return StageRun.ofWork(workId).stream().map(StageRun::state).toList();
  }

  /**
   * Takes a stage to run; empty where there is nothing to do, as for a duplicate delivery.
   *
   * @param opening of the stage that was delivered, 0 for the first
   */
  @Transactional
  public Optional<Claim> claim(String workId, String stage, int opening, String worker) {
    Standing standing = owner.lock(workId);
    Optional<StageRun> found = StageRun.of(workId, stage);
    if (found.isEmpty() || standing == Standing.GONE || standing == Standing.ENDED) {
      return Optional.empty();
    }
    StageRun run = found.get();
    if (run.opening != opening) {
      return Optional.empty();
    }
    if (standing == Standing.CANCEL_REQUESTED) {
      cancel(run);
      return Optional.empty();
    }
    if (run.status() == StageStatus.RUNNING && retries.isPoisoned(++run.crashes)) {
      fail(run, StageStatus.POISONED, RetryPolicy.poisoned("Stage " + stage, run.crashes));
      return Optional.empty();
    }
    if (run.status() != StageStatus.READY && run.status() != StageStatus.RUNNING) {
      return Optional.empty();
    }
    run.become(StageStatus.RUNNING);
    run.attempt++;
    run.worker = worker;
    run.startedAt = clock.instant();
    owner.stageStarted(workId, stage, run.attempt);
    owner.advanced(workId, progress(workId));
    Map<String, JsonNode> manifests = new HashMap<>();
    for (StageRun other : StageRun.ofWork(workId)) {
      if (other.status() == StageStatus.DONE) {
        manifests.put(other.stage, other.manifest);
      }
    }
    return Optional.of(new Claim(workId, stage, run.attempt, manifests, owner.origin(workId)));
  }

  /** Notes progress; tells whether the attempt may go on. */
  @Transactional
  public boolean tick(Claim claim, double fraction) {
    Standing standing = owner.lock(claim.workId());
    Optional<StageRun> run = current(claim);
    if (standing != Standing.ALIVE || run.isEmpty()) {
      return false;
    }
    if (fraction > run.get().progress) {
      run.get().progress = Math.min(1, fraction);
      owner.advanced(claim.workId(), progress(claim.workId()));
    }
    return true;
  }

  /** Settles the end of an attempt, with its rows and the stages that it makes ready. */
  @Transactional
  public Settlement settle(Claim claim, Outcome outcome) {
    Standing standing = owner.lock(claim.workId());
    Optional<StageRun> found = current(claim);
    if (standing == Standing.GONE || standing == Standing.ENDED || found.isEmpty()) {
      return new Settlement.Dropped();
    }
    StageRun run = found.get();
    if (standing == Standing.CANCEL_REQUESTED) {
      cancel(run);
      return new Settlement.Dropped();
    }
    return switch (outcome) {
      case Outcome.Done done -> finish(run, done);
      case Outcome.Retry retry -> retry(run, retry);
      case Outcome.Failed failed -> {
        fail(run, StageStatus.FAILED, failed.problem());
        yield new Settlement.Dropped();
      }
      case Outcome.Cancelled cancelled -> {
        cancel(run);
        yield new Settlement.Dropped();
      }
    };
  }

  /**
   * Gives a running stage back, because its worker stops; it counts neither as failure nor crash.
   */
  @Transactional
  public void handOver(Claim claim) {
    owner.lock(claim.workId());
    current(claim).ifPresent(run -> run.become(StageStatus.READY));
  }

  /** Ends what has not started of a work whose cancellation was requested. */
  @Transactional
  public void cancelUnstarted(String workId) {
    if (owner.lock(workId) != Standing.CANCEL_REQUESTED) {
      return;
    }
    StageRun.ofWork(workId).stream()
        .filter(run -> run.status() == StageStatus.WAITING || run.status() == StageStatus.READY)
        .forEach(run -> run.end(StageStatus.CANCELLED, clock.instant()));
    endIfAllStopped(workId);
  }

  /** What a finished stage of a work left for later; empty for a work without this stage. */
  @Transactional
  public Optional<JsonNode> manifest(String workId, String stage) {
    return StageRun.of(workId, stage)
        .filter(run -> run.status() == StageStatus.DONE)
        .map(run -> run.manifest);
  }

  private Settlement finish(StageRun run, Outcome.Done done) {
    Instant now = clock.instant();
    done.rows().run();
    run.manifest = done.manifest();
    run.progress = 1;
    run.errorCode = null;
    run.errorMessage = null;
    run.end(StageStatus.DONE, now);
    owner.stageDone(run.workId, run.stage, run.attempt, Duration.between(run.startedAt, now));
    for (StageDefinition next : graph.after(run.stage)) {
      StageRun successor = StageRun.of(run.workId, next.name()).orElseThrow();
      if (--successor.depsLeft == 0) {
        makeReady(successor, next);
      }
    }
    owner.advanced(run.workId, progress(run.workId));
    if (StageRun.ofWork(run.workId).stream().allMatch(r -> r.status() == StageStatus.DONE)) {
      owner.completed(run.workId);
    }
    return new Settlement.Kept();
  }

  private Settlement retry(StageRun run, Outcome.Retry retry) {
    run.failures++;
    if (retries.isExhausted(run.failures)) {
      fail(run, StageStatus.FAILED, retry.problem());
      return new Settlement.Dropped();
    }
    owner.stageFailed(run.workId, run.stage, run.attempt, retry.problem(), true);
    run.errorCode = retry.problem().kind().name();
    run.errorMessage = retry.problem().detail();
    run.become(StageStatus.READY);
    return new Settlement.Again(retries.pause(run.failures, retry.notBefore()));
  }

  private void fail(StageRun run, StageStatus how, Problem problem) {
    run.endBadly(how, problem, clock.instant());
    owner.stageFailed(run.workId, run.stage, run.attempt, problem, false);
    // The work has ended: running siblings are fenced out at their next tick.
    StageRun.ofWork(run.workId).stream()
        .filter(other -> other.status().isOpen())
        .forEach(other -> other.end(StageStatus.CANCELLED, clock.instant()));
    owner.failed(run.workId, run.stage, problem);
  }

  private void cancel(StageRun run) {
    run.end(StageStatus.CANCELLED, clock.instant());
    endIfAllStopped(run.workId);
  }

  private void endIfAllStopped(String workId) {
    if (StageRun.ofWork(workId).stream().noneMatch(run -> run.status() == StageStatus.RUNNING)) {
      owner.cancelled(workId);
    }
  }

  private void makeReady(StageRun run, StageDefinition definition) {
    run.become(StageStatus.READY);
    queues.put(definition.lane(), run, clock.instant());
  }

  private static Optional<StageRun> current(Claim claim) {
    return StageRun.of(claim.workId(), claim.stage())
        .filter(run -> run.attempt == claim.attempt() && run.status() == StageStatus.RUNNING);
  }

  private WorkProgress progress(String workId) {
    return Progress.of(StageRun.ofWork(workId), clock.instant());
  }
}
