package org.lecturehighlights.lecture.timeline;

/**
 * How long computations end early: whoever cancels a job interrupts the thread that works on it,
 * and every loop over what a lecture brought asks here.
 */
public final class Interruption {
  private Interruption() {}

  /** Ends the computation where its thread was interrupted, which that forgets thereby. */
  public static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the computation is not wanted any more");
    }
  }
}
