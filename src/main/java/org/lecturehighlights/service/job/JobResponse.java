package org.lecturehighlights.service.job;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Warning;

/** A job as the API returns it; the podcast members are always null. */
@Schema(description = "A lecture and how far its processing is")
public record JobResponse(
    String jobId,
    JobStatus status,
    String filename,
    long fileSize,
    @Nullable Double videoDuration,
    @Nullable String processingMode,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt,
    @Nullable Progress progress,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    List<Warning> warnings,
    @Nullable String thumbnailUrl,
    @Nullable String podcastStatus,
    @Nullable String podcastUrl,
    @Nullable Double podcastDuration) {

  /** The progress of a job. */
  public record Progress(
      String stage,
      double percent,
      @Nullable String message,
      @Nullable Integer etaSeconds,
      @Nullable String agentName) {}

  /** Converts a job to the API's representation. */
  public static JobResponse of(Job job, @Nullable String thumbnailUrl) {
    return new JobResponse(
        job.jobId(),
        job.status(),
        job.filename(),
        job.fileSize(),
        job.videoDuration(),
        job.config().processingMode(),
        job.createdAt(),
        job.updatedAt(),
        job.completedAt(),
        progress(job),
        job.errorCode(),
        job.errorMessage(),
        job.warnings(),
        thumbnailUrl,
        null,
        null,
        null);
  }

  private static @Nullable Progress progress(Job job) {
    return job.stage() == null
        ? null
        : new Progress(job.stage(), job.percent(), job.message(), job.etaSeconds(), null);
  }
}
