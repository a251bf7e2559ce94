package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** Lets time pass; tests give one that does not. */
@FunctionalInterface
public interface Waiting {
  /** Returns after the time, or throws when the thread is told to stop. */
  void pause(Duration time) throws InterruptedException;

  /** Waits for real. */
  static Waiting asleep() {
    return Thread::sleep;
  }
}
