package org.lecturehighlights.platform.runtime;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Sleeps, and measures time with the machine's clock. */
@Singleton
final class SystemWaiting implements Waiting {
  @Override
  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
