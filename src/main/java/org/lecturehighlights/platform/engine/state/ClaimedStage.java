package org.lecturehighlights.platform.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver.Attempt;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Stage;
import org.lecturehighlights.platform.engine.StageAttempt;

/**
 * The right to run a stage once.
 *
 * @param attempt its number is the fence: a commit needs it to be still the newest
 * @param deadline how long it may take
 * @param manifests of the finished stages, by stage
 */
record ClaimedStage(
    StageStateMachine machine,
    Stage stage,
    Attempt attempt,
    Duration deadline,
    Map<String, JsonNode> manifests)
    implements ClaimedAttempt {
  ClaimedStage {
    manifests = Map.copyOf(manifests);
  }

  @Override
  public String name() {
    return "Stage " + attempt.stage();
  }

  @Override
  public boolean report(double fraction) {
    return machine.report(attempt, fraction);
  }

  @Override
  public Outcome run(DoubleConsumer progress) throws InterruptedException {
    return stage.run(
        new StageAttempt(attempt.jobId(), attempt.stage(), attempt.number(), manifests, progress));
  }

  @Override
  public AttemptResult settle(Outcome outcome) {
    return machine.settle(attempt, outcome);
  }

  @Override
  public void handOver() {
    machine.handOver(attempt);
  }

  @Override
  public void discard() {
    stage.discard(attempt.jobId(), attempt.number());
  }

  @Override
  public void tidy(Outcome outcome) {
    for (int earlier = 1; earlier < attempt.number(); earlier++) {
      stage.discard(attempt.jobId(), earlier);
    }
  }
}
