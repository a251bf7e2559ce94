package org.lecturehighlights.platform.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Patience;
import org.lecturehighlights.platform.runtime.Waiting;

/**
 * Watches running attempts: writes their progress, and interrupts an attempt whose job was
 * cancelled, that another one has replaced, that takes too long, or whose worker stops.
 */
final class AttemptMonitor implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AttemptMonitor.class);

  private final Duration period;
  private final Waiting waiting;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2,
          Thread.ofPlatform()
              .daemon()
              .name("lecture-tick-", 0)
              .inheritInheritableThreadLocals(false)
              .factory());
  private final Set<Watch> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * @param waiting tells how long an attempt has run already
   */
  AttemptMonitor(Duration period, Waiting waiting) {
    this.period = period;
    this.waiting = waiting;
  }

  /** Starts to watch the attempt on the current thread. */
  Watch start(ClaimedAttempt claimed) {
    Watch watch = new Watch(claimed, Thread.currentThread());
    running.add(watch);
    if (stopping) {
      watch.interrupt();
    }
    return watch;
  }

  /** Waits until no attempt runs, but no longer than this. */
  synchronized void awaitIdle(Patience patience) {
    try {
      for (long left = patience.left().toMillis();
          left > 0 && !running.isEmpty();
          left = patience.left().toMillis()) {
        wait(left);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void forget(Watch watch) {
    running.remove(watch);
    notifyAll();
  }

  /** Interrupts every running attempt, so that its work is handed over to another worker. */
  void stop() {
    stopping = true;
    running.forEach(Watch::interrupt);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One attempt under watch, until it is closed. */
  final class Watch implements AutoCloseable {
    private final ClaimedAttempt claimed;
    private final Thread runner;
    private final Patience patience;
    private final Future<?> reports;
    private volatile double fraction;
    private volatile @Nullable Problem timedOut;
    private boolean over;

    private Watch(ClaimedAttempt claimed, Thread runner) {
      this.claimed = claimed;
      this.runner = runner;
      this.patience = new Patience(claimed.deadline(), waiting);
      this.reports =
          timer.scheduleWithFixedDelay(
              this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    void report(double done) {
      if (done > fraction) {
        fraction = done;
      }
    }

    boolean isStopping() {
      return stopping;
    }

    /** Why the attempt ended although it went on; empty while it had time. */
    Optional<Problem> timedOut() {
      return Optional.ofNullable(timedOut);
    }

    private void look() {
      try (LogFields fields = LogFields.of(claimed.attempt())) {
        if (patience.left().isZero()) {
          endInTheMidst();
        } else if (!claimed.report(fraction)) {
          interrupt();
        }
      } catch (RuntimeException unreachable) {
        LOG.warnf("progress could not be written: %s", unreachable.getMessage());
      }
    }

    /**
     * Settles the attempt here, since its thread may not react to the interrupt; whatever that ends
     * with is fenced out from now on.
     */
    private void endInTheMidst() {
      Problem problem = timedOut;
      if (problem == null) {
        problem =
            Problem.of(
                ProblemKind.STAGE_TIMED_OUT,
                ("%s did not end within %s and was stopped; try other captions or a shorter"
                        + " recording, or ask the operator for more time.")
                    .formatted(claimed.name(), inWords(claimed.deadline())));
        timedOut = problem;
        LOG.warn(problem.detail());
      }
      interrupt();
      claimed.settle(new Outcome.Failed(problem));
    }

    private static String inWords(Duration time) {
      return time.toMinutes() < 2 ? time.toSeconds() + " s" : time.toMinutes() + " minutes";
    }

    private synchronized void interrupt() {
      if (!over) {
        runner.interrupt();
      }
    }

    /** From here on no interrupt arrives, and one that has arrived is cleared. */
    synchronized void stopInterrupts() {
      over = true;
      Thread.interrupted();
    }

    @Override
    public void close() {
      reports.cancel(false);
      forget(this);
    }
  }
}
