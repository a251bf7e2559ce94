package org.lecturehighlights.service.job.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.history.HistoryService;
import org.lecturehighlights.service.job.history.HistoryService.LogLine;

/** What happened to a job, stage by stage. */
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
class JobHistoryResource {
  private final JobService jobs;
  private final HistoryService history;

  JobHistoryResource(JobService jobs, HistoryService history) {
    this.jobs = jobs;
    this.history = history;
  }

  /** The stages of a job, in order. */
  public record StageList(String jobId, List<Stage> stages, int total) {}

  /**
   * The state of a stage.
   *
   * @param status waiting, ready, running, done, failed, poisoned or cancelled
   * @param attempt number of attempts that have started
   * @param percent progress of the last attempt
   */
  public record Stage(
      String stage,
      String status,
      int attempt,
      double percent,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Double durationSeconds,
      @Nullable String errorCode,
      @Nullable String errorMessage) {

    static Stage of(StageState state) {
      return new Stage(
          state.stage(),
          state.status(),
          state.attempt(),
          100 * state.progress(),
          state.startedAt().orElse(null),
          state.endedAt().orElse(null),
          state
              .startedAt()
              .flatMap(start -> state.endedAt().map(end -> Duration.between(start, end)))
              .map(Seconds::of)
              .orElse(null),
          state.errorCode().orElse(null),
          state.errorMessage().orElse(null));
    }
  }

  /** A part of the audit log, oldest first. */
  public record LogList(String jobId, List<LogLine> logs, long total) {}

  @GET
  @Path("/{job_id}/stages")
  @Operation(summary = "List the state of each stage of the job, with times and errors")
  @APIResponse(responseCode = "200", description = "Empty for a job that was never queued here")
  public StageList stages(@PathParam("job_id") String jobId) {
    List<Stage> stages = jobs.stages(jobId).stream().map(Stage::of).toList();
    return new StageList(jobId, stages, stages.size());
  }

  @GET
  @Path("/{job_id}/logs")
  @Operation(summary = "List every attempt at every stage of the job, oldest first")
  @APIResponse(responseCode = "200", description = "A part of the audit log")
  public LogList logs(
      @PathParam("job_id") String jobId,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
      @QueryParam("offset") @DefaultValue("0") @Min(0) int offset) {
    jobs.get(jobId);
    return new LogList(jobId, history.log(jobId, limit, offset), history.logLength(jobId));
  }
}
