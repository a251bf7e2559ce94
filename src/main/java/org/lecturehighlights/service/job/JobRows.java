package org.lecturehighlights.service.job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Warning;

/** Between rows of {@code jobs} and what other rooms see of them. */
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

  /** The bytes that the job came with. */
  static List<String> ownKeys(JobRow job) {
    return job.captionsKey == null
        ? List.of(job.lectureKey)
        : List.of(job.lectureKey, job.captionsKey);
  }

  static Map<String, Object> configRow(ProcessingConfig config) {
    Map<String, Object> row = new LinkedHashMap<>();
    put(row, "prompt", config.prompt());
    put(row, "resolution", config.resolution());
    put(row, "processing_mode", config.processingMode());
    put(row, "rate_limit_mode", config.rateLimitMode());
    put(row, "clip_count", config.clipCount());
    put(row, "clip_min_seconds", config.clipMinSeconds());
    put(row, "clip_max_seconds", config.clipMaxSeconds());
    return row;
  }

  private static void put(Map<String, Object> row, String name, @Nullable Object value) {
    if (value != null) {
      row.put(name, value);
    }
  }

  /** Tolerant, since rows of the predecessor hold what its clients sent. */
  private static ProcessingConfig config(@Nullable Map<String, Object> extraMetadata) {
    if (extraMetadata == null
        || !(extraMetadata.get("processing_config") instanceof Map<?, ?> row)) {
      return ProcessingConfig.DEFAULT;
    }
    return new ProcessingConfig(
        row.get("prompt") instanceof String prompt ? prompt : null,
        row.get("resolution") instanceof String resolution ? resolution : null,
        row.get("processing_mode") instanceof String mode ? mode : null,
        row.get("rate_limit_mode") instanceof Boolean limited ? limited : null,
        row.get("clip_count") instanceof Number count ? count.intValue() : null,
        row.get("clip_min_seconds") instanceof Number shortest ? shortest.doubleValue() : null,
        row.get("clip_max_seconds") instanceof Number longest ? longest.doubleValue() : null);
  }

  /** Where the job comes from, as a W3C traceparent, if that was kept. */
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
