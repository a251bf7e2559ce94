package org.lecturehighlights.platform.engine;

import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;

/**
 * The owner of the jobs whose stages the engine runs. Called inside the engine's transactions, on
 * the row that {@link #lock} holds, so that the job and its stages change together.
 */
public interface JobLifecycle {
  /** What the engine may do with a job. */
  enum JobPhase {
    ALIVE,
    CANCEL_REQUESTED,
    ENDED,
    GONE
  }

  /** Locks the job's row until the transaction ends; all changes of a job are serialised on it. */
  JobPhase lock(String jobId);

  /** What {@link AttemptObserver#origin} returned when the job was submitted, if it was kept. */
  Optional<String> origin(String jobId);

  /** How long the recording plays that is worked on, as far as it is known; no lock is needed. */
  Optional<Duration> playingTime(String jobId);

  void advanced(String jobId, JobProgress progress);

  /** A stage began, ended well, or ended badly; for the audit log. */
  void stageStarted(String jobId, String stage, int attempt);

  void stageDone(String jobId, String stage, int attempt, Duration took);

  void stageFailed(String jobId, String stage, int attempt, Problem problem, boolean retried);

  void completed(String jobId);

  void failed(String jobId, String stage, Problem problem);

  void cancelled(String jobId);
}
