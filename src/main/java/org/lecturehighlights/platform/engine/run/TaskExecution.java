package org.lecturehighlights.platform.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.task.TaskAttempt;
import org.lecturehighlights.platform.engine.task.TaskHandler;
import org.lecturehighlights.platform.engine.task.TaskService;

/** Runs one delivery of an errand. */
final class TaskExecution implements ExecutionHandler<Void> {
  private final Instance<TaskHandler> tasks;
  private final TaskService service;
  private final AttemptRunner attempts;
  private final String worker;
  private final Lane lane;

  /**
   * @param lane where the errands wait
   */
  TaskExecution(
      Instance<TaskHandler> tasks,
      TaskService service,
      AttemptRunner attempts,
      String worker,
      Lane lane) {
    this.tasks = tasks;
    this.service = service;
    this.attempts = attempts;
    this.worker = worker;
    this.lane = lane;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    Optional<TaskAttempt> run = service.claim(instance.getId(), worker);
    return run.isEmpty()
        ? new OnCompleteRemove<>()
        : attempts.make(new ClaimedErrand(run.get(), named(run.get().kind())));
  }

  private TaskHandler named(String kind) {
    return tasks.stream()
        .filter(task -> task.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no errand " + kind));
  }

  private final class ClaimedErrand implements ClaimedAttempt {
    private final TaskAttempt run;
    private final TaskHandler task;

    private ClaimedErrand(TaskAttempt run, TaskHandler task) {
      this.run = run;
      this.task = task;
    }

    @Override
    public String name() {
      return "The errand %s of %s".formatted(run.kind(), run.subject());
    }

    @Override
    public AttemptObserver.Attempt attempt() {
      return new AttemptObserver.Attempt(
          run.jobId(), run.kind(), run.attempt(), lane, Optional.empty());
    }

    /** Nobody asks how far an errand is. */
    @Override
    public boolean tick(double fraction) {
      return service.isWanted(run);
    }

    @Override
    public Outcome run(DoubleConsumer progress) throws InterruptedException {
      return task.run(run);
    }

    @Override
    public AttemptResult settle(Outcome outcome) {
      return service.settle(run, outcome);
    }

    @Override
    public void handOver() {
      service.handOver(run);
    }

    @Override
    public void discard() {
      task.discard(run);
    }

    @Override
    public void kept(Outcome outcome) {
      if (outcome instanceof Outcome.Done done) {
        task.tidy(run, done.manifest());
      }
    }
  }
}
