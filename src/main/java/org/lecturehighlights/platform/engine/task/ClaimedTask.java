package org.lecturehighlights.platform.engine.task;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;

/**
 * The right to run a task once.
 *
 * @param lane the one that delivered it
 * @param deadline how long it may take
 */
record ClaimedTask(TaskService service, TaskAttempt task, Lane lane, Duration deadline)
    implements ClaimedAttempt {
  @Override
  public String name() {
    return "The task %s of %s".formatted(task.kind(), task.subject());
  }

  @Override
  public AttemptObserver.Attempt attempt() {
    return new AttemptObserver.Attempt(
        task.jobId(), task.kind(), task.attempt(), lane, Optional.empty());
  }

  /** The progress of a task is not kept. */
  @Override
  public boolean report(double fraction) {
    return service.isWanted(task);
  }

  @Override
  public Outcome run(DoubleConsumer progress) throws InterruptedException {
    return handler().run(task);
  }

  @Override
  public AttemptResult settle(Outcome outcome) {
    return service.settle(task, outcome);
  }

  @Override
  public void handOver() {
    service.handOver(task);
  }

  @Override
  public void discard() {
    handler().discard(task);
  }

  @Override
  public void tidy(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      handler().tidy(task, done.manifest());
    }
  }

  private TaskHandler handler() {
    return service.handler(task.kind());
  }
}
