package org.lecturehighlights.service.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job; a CDI event, fired in the transaction that makes it so: observe
 * it after that succeeded.
 */
public sealed interface JobLifecycleEvent {
  /**
   * All its bytes are here, and the engine has it.
   *
   * @param lectureBytes size of the lecture
   */
  record Submitted(long lectureBytes) implements JobLifecycleEvent {}

  /**
   * Nothing happens to it any more.
   *
   * @param owner whose job it is; null where nobody signs in
   * @param status completed, failed or cancelled
   * @param took since the upload was announced or arrived
   */
  record Ended(String jobId, @Nullable String owner, String status, Duration took)
      implements JobLifecycleEvent {}

  /**
   * An attempt at a stage went wrong.
   *
   * @param code the name of a {@code ProblemKind}
   * @param retried whether another attempt follows
   */
  record StageProblem(String stage, String code, boolean retried) implements JobLifecycleEvent {}
}
