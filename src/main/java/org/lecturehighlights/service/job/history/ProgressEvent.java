package org.lecturehighlights.service.job.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a job's stream; changes and the initial state have the same form.
 *
 * @param type progress, complete, error or cancelled
 */
public record ProgressEvent(String jobId, String type, Map<String, Object> payload) {
  /**
   * The progress of a job.
   *
   * @param percent 0 to 100
   */
  public record Reached(
      @Nullable String stage,
      double percent,
      @Nullable String message,
      @Nullable Integer etaSeconds) {}

  /** Why a job failed. */
  public record Failure(@Nullable String code, @Nullable String message) {}

  /**
   * The event that describes a job's current state.
   *
   * @param status the name of the job's status in the API
   */
  public static ProgressEvent of(
      String jobId, String status, Reached reached, Failure failure, Instant at) {
    String type =
        switch (status) {
          case "completed" -> "complete";
          case "failed" -> "error";
          case "cancelled" -> "cancelled";
          default -> "progress";
        };
    Map<String, Object> progress = new HashMap<>();
    progress.put("stage", reached.stage());
    progress.put("percent", reached.percent());
    progress.put("message", reached.message());
    progress.put("eta_seconds", reached.etaSeconds());
    Map<String, Object> payload = new HashMap<>();
    payload.put("type", type);
    payload.put("job_id", jobId);
    payload.put("progress", progress);
    payload.put("timestamp", at.toString());
    if (type.equals("error")) {
      payload.put("error", failure.message());
      payload.put("code", failure.code());
    }
    return new ProgressEvent(jobId, type, payload);
  }
}
