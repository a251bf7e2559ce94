package org.lecturehighlights.service.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Warning;
import org.lecturehighlights.service.job.history.ProgressEvent;

/**
 * A job as other rooms see it.
 *
 * @param videoDuration in seconds; null until the recording has been probed
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

  /** The job's current state as an event for streams. */
  public ProgressEvent event() {
    return ProgressEvent.of(
        jobId,
        status.code(),
        new ProgressEvent.Reached(stage, percent, message, etaSeconds),
        new ProgressEvent.Failure(errorCode, errorMessage),
        updatedAt);
  }
}
