package org.lecturehighlights.service.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Warning;

/** Converts rows of {@code jobs} to what other rooms see of them. */
final class JobRows {
  private static final String ORIGIN = "traceparent";

  private JobRows() {}

  static Job details(JobRow job) {
    return new Job(
        job.jobId,
        job.status(),
        job.filename,
        job.fileSize,
        job.contentType,
        job.lectureKey,
        job.captionsKey,
        job.videoDuration,
        config(job.extraMetadata),
        job.currentStage,
        job.progressPercent == null ? 0 : job.progressPercent,
        job.progressMessage,
        job.etaSeconds,
        job.errorCode,
        job.errorMessage,
        warnings(job.warnings),
        job.createdAt,
        job.updatedAt,
        job.completedAt);
  }

  /** The keys of the files that were uploaded for the job. */
  static List<String> ownKeys(JobRow job) {
    return job.captionsKey == null
        ? List.of(job.lectureKey)
        : List.of(job.lectureKey, job.captionsKey);
  }

  /** Lenient, because legacy rows hold whatever their clients sent. */
  private static ProcessingConfig config(@Nullable Map<String, Object> extraMetadata) {
    if (extraMetadata == null
        || !(extraMetadata.get("processing_config") instanceof Map<?, ?> row)) {
      return ProcessingConfig.DEFAULT;
    }
    return ConfigMembers.of(row::get);
  }

  /** The trace of the request that submitted the job, as a W3C traceparent, if it was stored. */
  static Optional<String> origin(JobRow job) {
    return job.extraMetadata != null && job.extraMetadata.get(ORIGIN) instanceof String origin
        ? Optional.of(origin)
        : Optional.empty();
  }

  static void putOrigin(JobRow job, String origin) {
    Map<String, Object> changed =
        job.extraMetadata == null ? new HashMap<>() : new HashMap<>(job.extraMetadata);
    changed.put(ORIGIN, origin);
    job.extraMetadata = changed;
  }

  private static List<Warning> warnings(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> new Warning(row.getOrDefault("code", ""), row.getOrDefault("message", "")))
        .toList();
  }
}
