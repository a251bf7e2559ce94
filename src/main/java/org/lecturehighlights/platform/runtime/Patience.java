package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** A limit for waiting, which runs out as time passes, starting when it is made. */
public final class Patience {
  private final Waiting waiting;
  private final long endNanos;

  /**
   * @param atMost zero to check once without waiting
   */
  public Patience(Duration atMost, Waiting waiting) {
    this.waiting = waiting;
    this.endNanos = waiting.nanoTime() + atMost.toNanos();
  }

  /** A limit in real time, for code that runs before anything can be injected. */
  public static Patience of(Duration atMost) {
    return new Patience(atMost, Waiting.forReal());
  }

  /** The time that is left; zero when it has run out. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - waiting.nanoTime()));
  }

  /** Lets this much time pass, even beyond the limit. */
  public void pause(Duration time) throws InterruptedException {
    waiting.pause(time);
  }

  /**
   * Checks the condition at least once, and again after each pause, until it holds or the time has
   * run out.
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

  /** Something that becomes true in time; checking it may fail. */
  @FunctionalInterface
  public interface Condition<X extends Exception> {
    boolean holds() throws X;
  }
}
