package org.lecturehighlights.platform.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StepObserver;
import org.lecturehighlights.platform.engine.ledger.Settlement;
import org.lecturehighlights.platform.engine.task.Errand;
import org.lecturehighlights.platform.engine.task.ErrandRun;
import org.lecturehighlights.platform.engine.task.ErrandService;

/** Runs one delivery of an errand. */
final class ErrandExecution implements ExecutionHandler<Void> {
  private final Instance<Errand> errands;
  private final ErrandService service;
  private final Attempts attempts;
  private final String worker;
  private final Lane lane;

  /**
   * @param lane where the errands wait
   */
  ErrandExecution(
      Instance<Errand> errands,
      ErrandService service,
      Attempts attempts,
      String worker,
      Lane lane) {
    this.errands = errands;
    this.service = service;
    this.attempts = attempts;
    this.worker = worker;
    this.lane = lane;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    Optional<ErrandRun> run = service.claim(instance.getId(), worker);
    return run.isEmpty()
        ? new OnCompleteRemove<>()
        : attempts.make(new ClaimedErrand(run.get(), named(run.get().kind())));
  }

  private Errand named(String kind) {
    return errands.stream()
        .filter(errand -> errand.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no errand " + kind));
  }

  private final class ClaimedErrand implements Claimed {
    private final ErrandRun run;
    private final Errand errand;

    private ClaimedErrand(ErrandRun run, Errand errand) {
      this.run = run;
      this.errand = errand;
    }

    @Override
    public String name() {
      return "The errand %s of %s".formatted(run.kind(), run.subject());
    }

    @Override
    public StepObserver.Attempt attempt() {
      return new StepObserver.Attempt(
          run.workId(), run.kind(), run.attempt(), lane, Optional.empty());
    }

    /** Nobody asks how far an errand is. */
    @Override
    public boolean tick(double fraction) {
      return service.isWanted(run);
    }

    @Override
    public Outcome run(DoubleConsumer progress) throws InterruptedException {
      return errand.run(run);
    }

    @Override
    public Settlement settle(Outcome outcome) {
      return service.settle(run, outcome);
    }

    @Override
    public void handOver() {
      service.handOver(run);
    }

    @Override
    public void discard() {
      errand.discard(run);
    }

    @Override
    public void kept(Outcome outcome) {
      if (outcome instanceof Outcome.Done done) {
        errand.tidy(run, done.manifest());
      }
    }
  }
}
