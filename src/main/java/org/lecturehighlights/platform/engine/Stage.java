package org.lecturehighlights.platform.engine;

/**
 * What a stage does. Runs without an open transaction, possibly more than once, and reacts to
 * interruption, which means that the job was cancelled or that the worker stops.
 */
public interface Stage {
  Outcome run(StageAttempt run) throws InterruptedException;

  /** Removes what an attempt that does not count left behind, if anything. */
  void discard(String jobId, int attempt);
}
