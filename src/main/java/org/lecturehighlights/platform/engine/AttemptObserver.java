package org.lecturehighlights.platform.engine;

import java.util.Optional;

/**
 * Notified of every attempt at a stage or task, on the thread that makes it, so that the engine
 * knows neither metrics nor traces. Its methods do not throw.
 */
public interface AttemptObserver {
  /**
   * The trace that a job submitted now belongs to, as a W3C traceparent; the owner of the job keeps
   * it.
   */
  Optional<String> origin();

  /** Called when an attempt begins. Closing the returned observation ends it. */
  Observed begin(Attempt attempt);

  /**
   * One attempt at a stage or task.
   *
   * @param stage or the kind of the task
   * @param number 1 for the first
   * @param origin what {@link #origin} returned when the job was submitted
   */
  record Attempt(String jobId, String stage, int number, Lane lane, Optional<String> origin) {}

  /** How an attempt ended. */
  enum Ending {
    DONE,
    RETRIED,
    FAILED,
    CANCELLED,
    /** Handed over to another worker, because this one stops. */
    HANDED_OVER,
    /** Discarded: the job ended in the meantime, or another attempt took its place. */
    DROPPED,
    /** The end of the attempt could not be written to the database. */
    UNSETTLED
  }

  /** An attempt under way. */
  interface Observed extends AutoCloseable {
    void ended(Ending how);

    @Override
    void close();
  }
}
