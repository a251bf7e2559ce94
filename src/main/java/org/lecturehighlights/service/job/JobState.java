package org.lecturehighlights.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.engine.JobLifecycle;
import org.lecturehighlights.platform.engine.JobProgress;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.service.job.history.HistoryService;
import org.lecturehighlights.service.job.history.HistoryService.Mark;
import org.lecturehighlights.service.job.removal.RemovalService;

/** Keeps a job's row in step with the state of its stages, in the engine's transaction. */
@ApplicationScoped
class JobState implements JobLifecycle {
  /** Smaller changes of progress cause no event. */
  private static final double MIN_CHANGE_PERCENT = 0.5;

  /** 100 percent is reserved for completed jobs. */
  private static final double MAX_RUNNING_PERCENT = 99;

  static final String WAITING = "Waiting for a worker";

  private final HistoryService history;
  private final RemovalService removals;
  private final Event<JobLifecycleEvent> lifecycleEvents;
  private final Clock clock;

  JobState(
      HistoryService history,
      RemovalService removals,
      Event<JobLifecycleEvent> lifecycleEvents,
      Clock clock) {
    this.history = history;
    this.removals = removals;
    this.lifecycleEvents = lifecycleEvents;
    this.clock = clock;
  }

  @Override
  public JobPhase lock(String jobId) {
    Optional<JobRow> found =
        JobRow.<JobRow>find("jobId", jobId)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional();
    if (found.isEmpty()) {
      return JobPhase.GONE;
    }
    JobRow job = found.get();
    if (job.status().isFinal()) {
      return JobPhase.ENDED;
    }
    return job.cancelRequested ? JobPhase.CANCEL_REQUESTED : JobPhase.ALIVE;
  }

  @Override
  public Optional<String> origin(String jobId) {
    return JobRows.origin(locked(jobId));
  }

  @Override
  public Optional<Duration> playingTime(String jobId) {
    return Optional.ofNullable(locked(jobId).videoDuration).map(Seconds::toDuration);
  }

  @Override
  public void advanced(String jobId, JobProgress progress) {
    JobRow job = locked(jobId);
    double before = job.progressPercent == null ? 0 : job.progressPercent;
    double now = Math.clamp(progress.percent(), before, MAX_RUNNING_PERCENT);
    boolean newStage = !progress.stage().equals(job.currentStage);
    job.etaSeconds = progress.etaSeconds().isPresent() ? progress.etaSeconds().getAsInt() : null;
    if (!newStage && now - before < MIN_CHANGE_PERCENT) {
      return;
    }
    job.progressPercent = now;
    job.currentStage = progress.stage();
    job.progressMessage = sentence(progress.stage());
    touch(job);
    publish(job);
  }

  @Override
  public void stageStarted(String jobId, String stage, int attempt) {
    JobRow job = locked(jobId);
    if (job.status() == JobStatus.QUEUED) {
      job.status = JobStatus.RUNNING.code();
      touch(job);
    }
    history.log(jobId, stage, attempt, Mark.STARTED, null, null);
  }

  @Override
  public void stageDone(String jobId, String stage, int attempt, Duration took) {
    history.log(jobId, stage, attempt, Mark.COMPLETED, took, null);
  }

  @Override
  public void stageFailed(
      String jobId, String stage, int attempt, Problem problem, boolean retried) {
    lifecycleEvents.fire(new JobLifecycleEvent.StageProblem(stage, problem.kind().name(), retried));
    history.log(
        jobId, stage, attempt, retried ? Mark.RETRIED : Mark.FAILED, null, problem.detail());
  }

  @Override
  public void completed(String jobId) {
    JobRow job = locked(jobId);
    job.currentStage = "complete";
    job.progressPercent = 100.0;
    job.progressMessage = "Done";
    end(job, JobStatus.COMPLETED);
    publish(job);
  }

  @Override
  public void failed(String jobId, String stage, Problem problem) {
    JobRow job = locked(jobId);
    job.currentStage = stage;
    job.errorCode = problem.kind().name();
    job.errorMessage = problem.detail();
    job.progressMessage = "Failed";
    end(job, JobStatus.FAILED);
    publish(job);
  }

  @Override
  public void cancelled(String jobId) {
    JobRow job = locked(jobId);
    job.progressMessage = "Cancelled";
    end(job, JobStatus.CANCELLED);
    removals.order(jobId, JobRows.ownKeys(job));
    publish(job);
  }

  /** Puts a job that ended back into the queue; its progress starts again at 0. */
  void reopened(JobRow job) {
    job.status = JobStatus.QUEUED.code();
    job.cancelRequested = false;
    job.errorCode = null;
    job.errorMessage = null;
    job.completedAt = null;
    job.etaSeconds = null;
    job.progressPercent = 0.0;
    job.progressMessage = WAITING;
    touch(job);
    publish(job);
  }

  private void end(JobRow job, JobStatus status) {
    job.status = status.code();
    job.etaSeconds = null;
    touch(job);
    job.completedAt = job.updatedAt;
    lifecycleEvents.fire(
        new JobLifecycleEvent.Ended(
            job.jobId, job.owner, job.status, Duration.between(job.createdAt, job.updatedAt)));
  }

  private void touch(JobRow job) {
    job.updatedAt = clock.instant();
  }

  private void publish(JobRow job) {
    history.publish(JobRows.details(job).event());
  }

  /** {@code layout_analysis} reads as "Layout analysis". */
  private static String sentence(String stage) {
    return Character.toUpperCase(stage.charAt(0)) + stage.substring(1).replace('_', ' ');
  }

  private static JobRow locked(String jobId) {
    return JobRow.<JobRow>find("jobId", jobId).singleResult();
  }
}
