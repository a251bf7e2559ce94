package org.lecturehighlights.engine.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoublePredicate;
import org.jboss.logging.Logger;
import org.lecturehighlights.engine.ledger.Claim;
import org.lecturehighlights.engine.ledger.Ledger;

/**
 * The pulse of running steps: writes their progress, and interrupts a step whose work was
 * cancelled, that was fenced out, or whose worker stops.
 */
final class Ticks implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Ticks.class);

  private final Ledger ledger;
  private final Duration period;
  private final ScheduledExecutorService clockwork =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("lecture-tick-", 0).factory());
  private final Set<Ticking> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Ticks(Ledger ledger, Duration period) {
    this.ledger = ledger;
    this.period = period;
  }

  /** Begins to watch the present thread's attempt. */
  Ticking start(Claim claim) {
    return start(fraction -> ledger.tick(claim, fraction));
  }

  /**
   * Begins to watch what the present thread does.
   *
   * @param tick notes the done fraction and tells whether the attempt may go on
   */
  Ticking start(DoublePredicate tick) {
    Ticking ticking = new Ticking(tick, Thread.currentThread());
    running.add(ticking);
    if (stopping) {
      ticking.interrupt();
    }
    return ticking;
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
    private final DoublePredicate tick;
    private final Thread runner;
    private final Future<?> pulse;
    private volatile double fraction;
    private boolean over;

    private Ticking(DoublePredicate tick, Thread runner) {
      this.tick = tick;
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
      try {
        if (!tick.test(fraction)) {
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
      running.remove(this);
    }
  }
}
