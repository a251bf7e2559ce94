package org.lecturehighlights.platform.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.Optional;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;
import org.lecturehighlights.platform.engine.state.DurableWork;

/** Takes what a lane delivers, a stage or a task, and has it attempted. */
final class Delivery implements ExecutionHandler<Void> {
  private final DurableWork work;
  private final AttemptRunner attempts;
  private final Lane lane;
  private final String worker;

  Delivery(DurableWork work, AttemptRunner attempts, Lane lane, String worker) {
    this.work = work;
    this.attempts = attempts;
    this.lane = lane;
    this.worker = worker;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    Optional<ClaimedAttempt> claimed = work.claim(instance.getId(), lane, worker);
    return claimed.isEmpty() ? new OnCompleteRemove<>() : attempts.make(claimed.get());
  }
}
