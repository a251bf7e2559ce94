package org.lecturehighlights.platform.engine.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.AttemptObserver.Ending;
import org.lecturehighlights.platform.engine.AttemptObserver.Observed;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;

/**
 * Makes attempts: run, settle, clean up. One path for stages and tasks, and for normal runs and
 * recovery alike.
 */
final class AttemptRunner {
  private static final Logger LOG = Logger.getLogger(AttemptRunner.class);

  private final AttemptMonitor monitor;
  private final AttemptObserver observer;
  private final Runnable wake;

  /**
   * @param wake called after each settlement that may have made work due
   */
  AttemptRunner(AttemptMonitor monitor, AttemptObserver observer, Runnable wake) {
    this.monitor = monitor;
    this.observer = observer;
    this.wake = wake;
  }

  /** Makes the attempt and tells what happens to its delivery. */
  CompletionHandler<Void> make(ClaimedAttempt claimed) {
    try (LogFields fields = LogFields.of(claimed.attempt());
        Observed observed = observer.begin(claimed.attempt())) {
      LOG.info("attempt begins");
      return run(
          claimed,
          ending -> {
            observed.ended(ending);
            LOG.infof("attempt ended: %s", ending.name().toLowerCase(Locale.ROOT));
          });
    }
  }

  private CompletionHandler<Void> run(ClaimedAttempt claimed, Consumer<Ending> told) {
    Outcome outcome;
    try (AttemptMonitor.Watch watch = monitor.start(claimed)) {
      Outcome own = OutcomeOf.of(claimed.name(), watch, () -> claimed.run(watch::report));
      outcome = watch.timedOut().<Outcome>map(Outcome.Failed::new).orElse(own);
      if (watch.isStopping() && outcome instanceof Outcome.Cancelled) {
        claimed.discard();
        claimed.handOver();
        told.accept(Ending.HANDED_OVER);
        return again(Duration.ZERO);
      }
    }
    AttemptResult result = claimed.settle(outcome);
    told.accept(ending(result, outcome));
    return switch (result) {
      case AttemptResult.Kept kept -> {
        wake.run();
        claimed.tidy(outcome);
        yield new OnCompleteRemove<>();
      }
      case AttemptResult.Dropped dropped -> {
        claimed.discard();
        yield new OnCompleteRemove<>();
      }
      case AttemptResult.Again wait -> {
        claimed.discard();
        yield again(wait.after());
      }
    };
  }

  private static Ending ending(AttemptResult result, Outcome outcome) {
    return switch (result) {
      case AttemptResult.Kept kept -> Ending.DONE;
      case AttemptResult.Again again -> Ending.RETRIED;
      case AttemptResult.Dropped dropped ->
          switch (outcome) {
            case Outcome.Done done -> Ending.DROPPED;
            case Outcome.Retry retry -> Ending.FAILED;
            case Outcome.Failed failed -> Ending.FAILED;
            case Outcome.Cancelled cancelled -> Ending.CANCELLED;
          };
    };
  }

  private static CompletionHandler<Void> again(Duration after) {
    return (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(after));
  }
}
