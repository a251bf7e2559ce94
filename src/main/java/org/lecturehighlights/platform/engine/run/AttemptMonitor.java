package org.lecturehighlights.platform.engine.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The pulse of running steps: writes their progress, and interrupts a step whose work was
 * cancelled, that was fenced out, or whose worker stops.
 */
final class AttemptMonitor implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AttemptMonitor.class);

  private final Duration period;
  private final ScheduledExecutorService clockwork =
      Executors.newScheduledThreadPool(
          2,
          Thread.ofPlatform()
              .daemon()
              .name("lecture-tick-", 0)
              .inheritInheritableThreadLocals(false)
              .factory());
  private final Set<Ticking> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  AttemptMonitor(Duration period) {
    this.period = period;
  }

  /** Begins to watch the present thread's attempt. */
  Ticking start(ClaimedAttempt claimed) {
    Ticking ticking = new Ticking(claimed, Thread.currentThread());
    running.add(ticking);
    if (stopping) {
      ticking.interrupt();
    }
    return ticking;
  }

  /** Waits until no step runs, at most so long. */
  synchronized void awaitIdle(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toMillis(); left > 0 && !running.isEmpty(); ) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void forget(Ticking ticking) {
    running.remove(ticking);
    notifyAll();
  }

  /** Interrupts every running step, so that it hands over. */
  void stop() {
    stopping = true;
    running.forEach(Ticking::interrupt);
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }

  final class Ticking implements AutoCloseable {
    private final ClaimedAttempt claimed;
    private final Thread runner;
    private final Future<?> pulse;
    private volatile double fraction;
    private boolean over;

    private Ticking(ClaimedAttempt claimed, Thread runner) {
      this.claimed = claimed;
      this.runner = runner;
      this.pulse =
          clockwork.scheduleWithFixedDelay(
              this::beat, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    void report(double done) {
      if (done > fraction) {
        fraction = done;
      }
    }

    boolean isStopping() {
      return stopping;
    }

    private void beat() {
      try (LogFields fields = LogFields.of(claimed.attempt())) {
        if (!claimed.tick(fraction)) {
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

    /** From here on no interrupt arrives, and one that arrived is forgotten. */
    synchronized void calm() {
      over = true;
      Thread.interrupted();
    }

    @Override
    public void close() {
      pulse.cancel(false);
      forget(this);
    }
  }
}
