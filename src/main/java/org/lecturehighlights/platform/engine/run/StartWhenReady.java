package org.lecturehighlights.platform.engine.run;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.StartGate;
import org.lecturehighlights.platform.runtime.Waiting;

/** Runs an action once, as soon as a condition holds, unless it is closed first. */
final class StartWhenReady implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(StartWhenReady.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final StartGate condition;
  private final Runnable action;
  private final Waiting waiting;
  private final Thread thread;

  StartWhenReady(StartGate condition, Runnable action, Waiting waiting) {
    this.condition = condition;
    this.action = action;
    this.waiting = waiting;
    this.thread = Thread.ofVirtual().name("lecture-worker-start").start(this::await);
  }

  private void await() {
    try {
      if (!condition.holds()) {
        LOG.infof("this worker takes no work yet: it waits for %s", condition.awaited());
      }
      while (!condition.holds()) {
        waiting.pause(PAUSE);
      }
      action.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** After this the action has either run or never will. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
