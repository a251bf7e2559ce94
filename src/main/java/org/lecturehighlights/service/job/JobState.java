package org.lecturehighlights.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.engine.WorkOwner;
import org.lecturehighlights.platform.engine.WorkProgress;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.service.job.history.HistoryService;
import org.lecturehighlights.service.job.history.HistoryService.Mark;
import org.lecturehighlights.service.job.removal.RemovalService;

/** Moves a job's row with the engine's ledger, in the same transaction. */
@ApplicationScoped
class JobState implements WorkOwner {
  /** Smaller steps are not worth an event. */
  private static final double WORTH_TELLING_PERCENT = 0.5;

  /** Only completion is a hundred. */
  private static final double ALMOST_DONE_PERCENT = 99;

  static final String WAITING = "Waiting for a worker";

  private final HistoryService history;
  private final RemovalService removals;
  private final Event<JobNews> news;
  private final Clock clock;

  JobState(HistoryService history, RemovalService removals, Event<JobNews> news, Clock clock) {
    this.history = history;
    this.removals = removals;
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
    tell(job);
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
    tell(job);
  }

  @Override
  public void failed(String workId, String stage, Problem problem) {
    Job job = locked(workId);
    job.currentStage = stage;
    job.errorCode = problem.kind().name();
    job.errorMessage = problem.detail();
    job.progressMessage = "Failed";
    end(job, JobStatus.FAILED);
    tell(job);
  }

  @Override
  public void cancelled(String workId) {
    Job job = locked(workId);
    job.progressMessage = "Cancelled";
    end(job, JobStatus.CANCELLED);
    removals.order(workId, JobRows.ownKeys(job));
    tell(job);
  }

  /** Puts an ended job back into the queue; what it reached is told anew. */
  void reopened(Job job) {
    job.status = JobStatus.QUEUED.code();
    job.cancelRequested = false;
    job.errorCode = null;
    job.errorMessage = null;
    job.completedAt = null;
    job.etaSeconds = null;
    job.progressPercent = 0.0;
    job.progressMessage = WAITING;
    touch(job);
    tell(job);
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

  private void tell(Job job) {
    history.tell(JobRows.details(job).event());
  }

  /** {@code layout_analysis} reads as "Layout analysis". */
  private static String sentence(String stage) {
    return Character.toUpperCase(stage.charAt(0)) + stage.substring(1).replace('_', ' ');
  }

  private static Job locked(String workId) {
    return Job.<Job>find("jobId", workId).singleResult();
  }
}
