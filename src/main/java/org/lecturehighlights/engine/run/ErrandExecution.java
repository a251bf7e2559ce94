package org.lecturehighlights.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.errand.Errand;
import org.lecturehighlights.engine.errand.ErrandRun;
import org.lecturehighlights.engine.errand.ErrandService;
import org.lecturehighlights.engine.ledger.Settlement;

/** Runs one delivery of an errand: claim, run, settle. */
final class ErrandExecution implements ExecutionHandler<Void> {
  private final Instance<Errand> errands;
  private final ErrandService service;
  private final Ticks ticks;
  private final String worker;

  ErrandExecution(Instance<Errand> errands, ErrandService service, Ticks ticks, String worker) {
    this.errands = errands;
    this.service = service;
    this.ticks = ticks;
    this.worker = worker;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    Optional<ErrandRun> claim = service.claim(instance.getId(), worker);
    if (claim.isEmpty()) {
      return new OnCompleteRemove<>();
    }
    try (LogFields fields = LogFields.of(claim.get().workId(), claim.get().kind())) {
      fields.attempt(claim.get().attempt());
      return run(claim.get());
    }
  }

  private CompletionHandler<Void> run(ErrandRun run) {
    Errand errand = named(run.kind());
    Outcome outcome;
    try (Ticks.Ticking ticking =
        ticks.start(
            fraction -> service.isWanted(run), () -> LogFields.of(run.workId(), run.kind()))) {
      outcome =
          Endings.of(
              "The errand %s of %s".formatted(run.kind(), run.subject()),
              ticking,
              () -> errand.run(run));
      if (ticking.isStopping() && outcome instanceof Outcome.Cancelled) {
        errand.discard(run);
        service.handOver(run);
        return again(Duration.ZERO);
      }
    }
    return switch (service.settle(run, outcome)) {
      case Settlement.Kept kept -> {
        if (outcome instanceof Outcome.Done done) {
          errand.tidy(run, done.manifest());
        }
        yield new OnCompleteRemove<>();
      }
      case Settlement.Dropped dropped -> {
        errand.discard(run);
        yield new OnCompleteRemove<>();
      }
      case Settlement.Again wait -> {
        errand.discard(run);
        yield again(wait.after());
      }
    };
  }

  private Errand named(String kind) {
    return errands.stream()
        .filter(errand -> errand.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no errand " + kind));
  }

  private static CompletionHandler<Void> again(Duration after) {
    return (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(after));
  }
}
