package org.lecturehighlights.service.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Warning;
import org.lecturehighlights.service.job.history.ProgressEvent;

/**
 * A job as other rooms see it.
 *
 * @param videoDuration seconds, once the lecture was probed
 */
public record Job(
    String jobId,
    JobStatus status,
    String filename,
    long fileSize,
    String contentType,
    String lectureKey,
    @Nullable String captionsKey,
    @Nullable Double videoDuration,
    ProcessingConfig config,
    @Nullable String stage,
    double percent,
    @Nullable String message,
    @Nullable Integer etaSeconds,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    List<Warning> warnings,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt) {

  public Job {
    warnings = List.copyOf(warnings);
  }

  /** How streams tell of the job's present state. */
  public ProgressEvent event() {
    return ProgressEvent.of(
        jobId,
        status.code(),
        new ProgressEvent.Reached(stage, percent, message, etaSeconds),
        new ProgressEvent.Failure(errorCode, errorMessage),
        updatedAt);
  }
}
