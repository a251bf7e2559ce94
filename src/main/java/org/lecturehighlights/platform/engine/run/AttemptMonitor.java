package org.lecturehighlights.platform.engine.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;
import org.lecturehighlights.platform.runtime.Patience;

/**
 * Watches running attempts: writes their progress, and interrupts an attempt whose job was
 * cancelled, that another one has replaced, or whose worker stops.
 */
final class AttemptMonitor implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AttemptMonitor.class);

  private final Duration period;
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

  AttemptMonitor(Duration period) {
    this.period = period;
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
    private final Future<?> reports;
    private volatile double fraction;
    private boolean over;

    private Watch(ClaimedAttempt claimed, Thread runner) {
      this.claimed = claimed;
      this.runner = runner;
      this.reports =
          timer.scheduleWithFixedDelay(
              this::writeProgress, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    void report(double done) {
      if (done > fraction) {
        fraction = done;
      }
    }

    boolean isStopping() {
      return stopping;
    }

    private void writeProgress() {
      try (LogFields fields = LogFields.of(claimed.attempt())) {
        if (!claimed.report(fraction)) {
          interrupt();
        }
      } catch (RuntimeException unreachable) {
        LOG.warnf("progress could not be written: %s", unreachable.getMessage());
      }
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
