package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** Time that passes: tests provide one that passes at once. */
public interface Waiting {
  /** Returns after the time, or throws when the thread is interrupted. */
  void pause(Duration time) throws InterruptedException;

  /** Nanoseconds since an arbitrary moment; never jumps, unlike the time of day. */
  long nanoTime();

  /** Waits for real; for code that runs before anything can be injected. */
  static Waiting forReal() {
    return new SystemWaiting();
  }
}
