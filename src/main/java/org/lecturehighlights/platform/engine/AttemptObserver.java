package org.lecturehighlights.platform.engine;

import java.util.Optional;

/**
 * Is told of every attempt at a stage, on the thread that makes it: whoever measures and traces
 * stands here, so that the engine knows neither. Its methods do not throw.
 */
public interface AttemptObserver {
  /** What a work that is submitted now comes from, as a W3C traceparent; its owner keeps it. */
  Optional<String> origin();

  /** The attempt begins; closing what this returns ends it. */
  Observed begin(Attempt attempt);

  /**
   * One attempt at a stage.
   *
   * @param number 1 for the first
   * @param origin what {@link #origin} said when the work was submitted
   */
  record Attempt(String jobId, String stage, int number, Lane lane, Optional<String> origin) {}

  /** How an attempt ended. */
  enum Ending {
    DONE,
    RETRIED,
    FAILED,
    CANCELLED,
    /** Given back, because the worker stops. */
    HANDED_OVER,
    /** Done, but for nobody: the work ended meanwhile, or another attempt took its place. */
    DROPPED,
    /** The ledger could not be told. */
    UNSETTLED
  }

  /** An attempt under way. */
  interface Observed extends AutoCloseable {
    void ended(Ending how);

    @Override
    void close();
  }
}
