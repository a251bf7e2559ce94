package org.lecturehighlights.platform.engine;

import java.util.Optional;

/**
 * Is told of every attempt at a stage or task, on the thread that makes it, so that the engine
 * knows neither metrics nor traces. Its methods do not throw.
 */
public interface AttemptObserver {
  /** Where a job that is submitted now comes from, as a W3C traceparent; its owner keeps it. */
  Optional<String> origin();

  /** The attempt begins; closing what this returns ends it. */
  Observed begin(Attempt attempt);

  /**
   * One attempt at a stage or task.
   *
   * @param stage or the kind of the task
   * @param number 1 for the first
   * @param origin what {@link #origin} said when the job was submitted
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
    /** Done in vain: the job ended meanwhile, or another attempt took its place. */
    DROPPED,
    /** Its end could not be written. */
    UNSETTLED
  }

  /** An attempt under way. */
  interface Observed extends AutoCloseable {
    void ended(Ending how);

    @Override
    void close();
  }
}
