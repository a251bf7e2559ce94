package org.lecturehighlights.engine;

/**
 * What a stage does. Runs without an open transaction, possibly more than once, and reacts to
 * interruption, which means that the work was cancelled or that the worker stops.
 */
@FunctionalInterface
public interface Step {
  Outcome run(StepRun run) throws InterruptedException;
}
