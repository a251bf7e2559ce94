package org.lecturehighlights.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.engine.WorkOwner;
import org.lecturehighlights.engine.WorkProgress;
import org.lecturehighlights.job.history.HistoryService;
import org.lecturehighlights.job.history.HistoryService.Mark;
import org.lecturehighlights.job.news.JobNews;
import org.lecturehighlights.problem.Problem;

/** Moves a job's row with the engine's ledger, in the same transaction. */
@ApplicationScoped
class JobState implements WorkOwner {
  /** Smaller steps are not worth an event. */
  private static final double WORTH_TELLING_PERCENT = 0.5;

  /** Only completion is a hundred. */
  private static final double ALMOST_DONE_PERCENT = 99;

  private final HistoryService history;
  private final Event<JobNews> news;
  private final Clock clock;

  JobState(HistoryService history, Event<JobNews> news, Clock clock) {
    this.history = history;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Standing lock(String workId) {
    Optional<Job> found =
        Job.<Job>find("jobId", workId)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional();
    if (found.isEmpty()) {
      return Standing.GONE;
    }
    Job job = found.get();
    if (job.status().isFinal()) {
      return Standing.ENDED;
    }
    return job.cancelRequested ? Standing.CANCEL_REQUESTED : Standing.ALIVE;
  }

  @Override
  public Optional<String> origin(String workId) {
    return JobRows.origin(locked(workId));
  }

  @Override
  public void advanced(String workId, WorkProgress progress) {
    Job job = locked(workId);
    double before = job.progressPercent == null ? 0 : job.progressPercent;
    double now = Math.clamp(progress.percent(), before, ALMOST_DONE_PERCENT);
    boolean newStage = !progress.stage().equals(job.currentStage);
    job.etaSeconds = progress.etaSeconds().isPresent() ? progress.etaSeconds().getAsInt() : null;
    if (!newStage && now - before < WORTH_TELLING_PERCENT) {
      return;
    }
    job.progressPercent = now;
    job.currentStage = progress.stage();
    job.progressMessage = sentence(progress.stage());
    touch(job);
    tell(job, "progress", Map.of("progress", progressOf(job)));
  }

  @Override
  public void stageStarted(String workId, String stage, int attempt) {
    Job job = locked(workId);
    if (job.status() == JobStatus.QUEUED) {
      job.status = JobStatus.RUNNING.code();
      touch(job);
    }
    history.log(workId, stage, attempt, Mark.STARTED, null, null);
  }

  @Override
  public void stageDone(String workId, String stage, int attempt, Duration took) {
    history.log(workId, stage, attempt, Mark.COMPLETED, took, null);
  }

  @Override
  public void stageFailed(
      String workId, String stage, int attempt, Problem problem, boolean retried) {
    news.fire(new JobNews.StageProblem(stage, problem.kind().name(), retried));
    history.log(
        workId, stage, attempt, retried ? Mark.RETRIED : Mark.FAILED, null, problem.detail());
  }

  @Override
  public void completed(String workId) {
    Job job = locked(workId);
    job.currentStage = "complete";
    job.progressPercent = 100.0;
    job.progressMessage = "Done";
    end(job, JobStatus.COMPLETED);
    tell(job, "complete", Map.of("progress", progressOf(job)));
  }

  @Override
  public void failed(String workId, String stage, Problem problem) {
    Job job = locked(workId);
    job.currentStage = stage;
    job.errorCode = problem.kind().name();
    job.errorMessage = problem.detail();
    job.progressMessage = "Failed";
    end(job, JobStatus.FAILED);
    tell(job, "error", Map.of("error", problem.detail(), "code", problem.kind().name()));
  }

  @Override
  public void cancelled(String workId) {
    Job job = locked(workId);
    job.progressMessage = "Cancelled";
    end(job, JobStatus.CANCELLED);
    tell(job, "cancelled", Map.of("progress", progressOf(job)));
  }

  private void end(Job job, JobStatus status) {
    job.status = status.code();
    job.etaSeconds = null;
    touch(job);
    job.completedAt = job.updatedAt;
    news.fire(
        new JobNews.Ended(
            job.jobId, job.owner, job.status, Duration.between(job.createdAt, job.updatedAt)));
  }

  private void touch(Job job) {
    job.updatedAt = clock.instant();
  }

  private void tell(Job job, String type, Map<String, Object> content) {
    Map<String, Object> payload = new HashMap<>(content);
    payload.put("type", type);
    payload.put("job_id", job.jobId);
    payload.put("timestamp", job.updatedAt.toString());
    history.tell(job.jobId, type, payload);
  }

  private static Map<String, Object> progressOf(Job job) {
    Map<String, Object> progress = new HashMap<>();
    progress.put("stage", job.currentStage);
    progress.put("percent", job.progressPercent);
    progress.put("message", job.progressMessage);
    progress.put("eta_seconds", job.etaSeconds);
    return progress;
  }

  /** {@code layout_analysis} reads as "Layout analysis". */
  private static String sentence(String stage) {
    return Character.toUpperCase(stage.charAt(0)) + stage.substring(1).replace('_', ' ');
  }

  private static Job locked(String workId) {
    return Job.<Job>find("jobId", workId).singleResult();
  }
}
