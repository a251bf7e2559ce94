package org.lecturehighlights.platform.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.Claim;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.state.StageStateMachine;

/** Runs one delivery of a stage. */
final class StageExecution implements ExecutionHandler<Void> {
  private final StageGraph graph;
  private final StageStateMachine ledger;
  private final AttemptRunner attempts;
  private final String worker;
  private final Consumer<String> afterwards;

  /**
   * @param afterwards takes the stage after it was settled, so that what became due starts at once
   */
  StageExecution(
      StageGraph graph,
      StageStateMachine ledger,
      AttemptRunner attempts,
      String worker,
      Consumer<String> afterwards) {
    this.graph = graph;
    this.ledger = ledger;
    this.attempts = attempts;
    this.worker = worker;
    this.afterwards = afterwards;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    String jobId = LaneQueues.workOf(instance.getId());
    String stage = LaneQueues.stageOf(instance.getId());
    try (LogFields fields = LogFields.of(jobId, stage)) {
      Optional<Claim> claim =
          ledger.claim(jobId, stage, LaneQueues.openingOf(instance.getId()), worker);
      return claim.isEmpty()
          ? new OnCompleteRemove<>()
          : attempts.make(new ClaimedStage(claim.get(), graph.named(stage)));
    }
  }

  private final class ClaimedStage implements ClaimedAttempt {
    private final Claim claim;
    private final StageDefinition stage;

    private ClaimedStage(Claim claim, StageDefinition stage) {
      this.claim = claim;
      this.stage = stage;
    }

    @Override
    public String name() {
      return "Stage " + claim.stage();
    }

    @Override
    public AttemptObserver.Attempt attempt() {
      return new AttemptObserver.Attempt(
          claim.jobId(), claim.stage(), claim.attempt(), stage.lane(), claim.origin());
    }

    @Override
    public boolean tick(double fraction) {
      return ledger.tick(claim, fraction);
    }

    @Override
    public Outcome run(DoubleConsumer progress) throws InterruptedException {
      return stage
          .step()
          .run(
              new StageAttempt(
                  claim.jobId(), claim.stage(), claim.attempt(), claim.manifests(), progress));
    }

    @Override
    public AttemptResult settle(Outcome outcome) {
      return ledger.settle(claim, outcome);
    }

    @Override
    public void handOver() {
      ledger.handOver(claim);
    }

    @Override
    public void discard() {
      stage.step().discard(claim.jobId(), claim.attempt());
    }

    @Override
    public void kept(Outcome outcome) {
      for (int earlier = 1; earlier < claim.attempt(); earlier++) {
        stage.step().discard(claim.jobId(), earlier);
      }
      afterwards.accept(claim.stage());
    }
  }
}
