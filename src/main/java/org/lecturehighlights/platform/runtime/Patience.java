package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** How long to wait for something; it runs out as time passes, from the moment it was made. */
public final class Patience {
  private final Waiting waiting;
  private final long endNanos;

  /**
   * @param atMost zero to ask once and not wait at all
   */
  public Patience(Duration atMost, Waiting waiting) {
    this.waiting = waiting;
    this.endNanos = waiting.nanoTime() + atMost.toNanos();
  }

  /** Patience in real time; for code that runs before anything can be injected. */
  public static Patience of(Duration atMost) {
    return new Patience(atMost, Waiting.forReal());
  }

  /** What is left of it, zero when it has run out. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - waiting.nanoTime()));
  }

  /** Lets so much time pass, even beyond its end. */
  public void pause(Duration time) throws InterruptedException {
    waiting.pause(time);
  }

  /**
   * Asks, at least once and after each pause, until the condition holds or patience has run out.
   *
   * @return whether the condition held
   */
  public <X extends Exception> boolean until(Duration pause, Condition<X> condition)
      throws X, InterruptedException {
    while (!condition.holds()) {
      if (left().isZero()) {
        return false;
      }
      pause(pause);
    }
    return true;
  }

  /** Something that comes true in time; asking may fail. */
  @FunctionalInterface
  public interface Condition<X extends Exception> {
    boolean holds() throws X;
  }
}
