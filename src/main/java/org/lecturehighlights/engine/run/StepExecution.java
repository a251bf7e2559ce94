package org.lecturehighlights.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.lecturehighlights.engine.Lane;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.StageGraph;
import org.lecturehighlights.engine.Step;
import org.lecturehighlights.engine.StepObserver;
import org.lecturehighlights.engine.StepObserver.Ending;
import org.lecturehighlights.engine.StepObserver.Observed;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.engine.ledger.Claim;
import org.lecturehighlights.engine.ledger.LaneQueues;
import org.lecturehighlights.engine.ledger.Ledger;
import org.lecturehighlights.engine.ledger.Settlement;

/**
 * Runs one delivery of a stage: claim, run, settle. One path for the normal run and the recovery.
 */
final class StepExecution implements ExecutionHandler<Void> {
  private static final Logger LOG = Logger.getLogger(StepExecution.class);

  private final StageGraph graph;
  private final Ledger ledger;
  private final Ticks ticks;
  private final String worker;
  private final StepObserver observer;
  private final Consumer<String> afterwards;

  /**
   * @param afterwards takes the stage after it was settled, so that what became due starts at once
   */
  StepExecution(
      StageGraph graph,
      Ledger ledger,
      Ticks ticks,
      String worker,
      StepObserver observer,
      Consumer<String> afterwards) {
    this.graph = graph;
    this.ledger = ledger;
    this.ticks = ticks;
    this.worker = worker;
    this.observer = observer;
    this.afterwards = afterwards;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    String workId = LaneQueues.workOf(instance.getId());
    String stage = LaneQueues.stageOf(instance.getId());
    try (LogFields fields = LogFields.of(workId, stage)) {
      Optional<Claim> claim =
          ledger.claim(workId, stage, LaneQueues.openingOf(instance.getId()), worker);
      claim.ifPresent(taken -> fields.attempt(taken.attempt()));
      return claim.isPresent() ? observe(claim.get()) : new OnCompleteRemove<>();
    }
  }

  private CompletionHandler<Void> observe(Claim claim) {
    Lane lane = graph.named(claim.stage()).lane();
    var attempt =
        new StepObserver.Attempt(
            claim.workId(), claim.stage(), claim.attempt(), lane, claim.origin());
    try (Observed observed = observer.begin(attempt)) {
      LOG.info("attempt begins");
      return run(
          claim,
          ending -> {
            observed.ended(ending);
            LOG.infof("attempt ended: %s", ending.name().toLowerCase(Locale.ROOT));
          });
    }
  }

  private CompletionHandler<Void> run(Claim claim, Consumer<Ending> told) {
    Step step = graph.named(claim.stage()).step();
    Outcome outcome;
    try (Ticks.Ticking ticking = ticks.start(claim)) {
      outcome = outcome(step, claim, ticking);
      if (ticking.isStopping() && outcome instanceof Outcome.Cancelled) {
        step.discard(claim.workId(), claim.attempt());
        ledger.handOver(claim);
        told.accept(Ending.HANDED_OVER);
        return again(Duration.ZERO);
      }
    }
    Settlement settlement = ledger.settle(claim, outcome);
    told.accept(ending(settlement, outcome));
    return switch (settlement) {
      case Settlement.Kept kept -> {
        for (int earlier = 1; earlier < claim.attempt(); earlier++) {
          step.discard(claim.workId(), earlier);
        }
        afterwards.accept(claim.stage());
        yield new OnCompleteRemove<>();
      }
      case Settlement.Dropped dropped -> {
        step.discard(claim.workId(), claim.attempt());
        yield new OnCompleteRemove<>();
      }
      case Settlement.Again wait -> {
        step.discard(claim.workId(), claim.attempt());
        yield again(wait.after());
      }
    };
  }

  private static Ending ending(Settlement settlement, Outcome outcome) {
    return switch (settlement) {
      case Settlement.Kept kept -> Ending.DONE;
      case Settlement.Again again -> Ending.RETRIED;
      case Settlement.Dropped dropped ->
          switch (outcome) {
            case Outcome.Done done -> Ending.DROPPED;
            case Outcome.Retry retry -> Ending.FAILED;
            case Outcome.Failed failed -> Ending.FAILED;
            case Outcome.Cancelled cancelled -> Ending.CANCELLED;
          };
    };
  }

  private static Outcome outcome(Step step, Claim claim, Ticks.Ticking ticking) {
    return Endings.of(
        "Stage " + claim.stage(),
        ticking,
        () ->
            step.run(
                new StepRun(
                    claim.workId(),
                    claim.stage(),
                    claim.attempt(),
                    claim.manifests(),
                    ticking::report)));
  }

  private static CompletionHandler<Void> again(Duration after) {
    return (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(after));
  }
}
