package org.lecturehighlights.service.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job. A CDI event, fired within the transaction that makes the
 * change; observe it after that transaction has succeeded.
 */
public sealed interface JobLifecycleEvent {
  /**
   * The job's upload is complete, and the job was submitted to the engine.
   *
   * @param lectureBytes size of the recording
   */
  record Submitted(long lectureBytes) implements JobLifecycleEvent {}

  /**
   * The job has reached a final state.
   *
   * @param owner the job's owner; null where security is off
   * @param status completed, failed or cancelled
   * @param took time since the upload was announced or received
   */
  record Ended(String jobId, @Nullable String owner, String status, Duration took)
      implements JobLifecycleEvent {}

  /**
   * An attempt at a stage failed.
   *
   * @param code the name of a {@code ProblemKind}
   * @param retried whether another attempt follows
   */
  record StageProblem(String stage, String code, boolean retried) implements JobLifecycleEvent {}
}
