package org.lecturehighlights.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lecturehighlights.platform.engine.run.Engine;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.job.idempotency.IdempotencyService;
import org.lecturehighlights.service.job.removal.RemovalService;

/** Cancels, deletes and retries the caller's jobs. */
@ApplicationScoped
public class JobLifeService {
  private final Engine engine;
  private final JobState state;
  private final JobObjects objects;
  private final RemovalService removals;
  private final IdempotencyService idempotency;
  private final Callers callers;
  private final Clock clock;

  JobLifeService(
      Engine engine,
      JobState state,
      JobObjects objects,
      RemovalService removals,
      IdempotencyService idempotency,
      Callers callers,
      Clock clock) {
    this.engine = engine;
    this.state = state;
    this.objects = objects;
    this.removals = removals;
    this.idempotency = idempotency;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Requests cancellation of a job; it stops within seconds, and its files are removed.
   *
   * @param condition throws if the job is no longer in the state that the caller expects
   */
  @Transactional
  public Job cancel(String jobId, Consumer<Job> condition) {
    JobRow job = locked(jobId, condition);
    if (job.status().isFinal()) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT, "The job is " + job.status + " and cannot be cancelled.");
    }
    if (!job.cancelRequested) {
      job.cancelRequested = true;
      job.updatedAt = clock.instant();
      job.flush();
      engine.cancel(jobId);
    }
    return JobRows.details(job);
  }

  /**
   * Deletes a job and everything that belongs to it. Stages that are still running notice this and
   * stop.
   *
   * @param condition throws if the job is no longer in the state that the caller expects
   */
  @Transactional
  public void delete(String jobId, Consumer<Job> condition) {
    JobRow job = locked(jobId, condition);
    List<String> keys = new ArrayList<>(JobRows.ownKeys(job));
    keys.addAll(objects.resultKeys(jobId));
    removals.order(jobId, keys);
    idempotency.forget(jobId);
    // A DELETE statement, so that the database's cascades also remove the dependent rows.
    JobRow.delete("id", job.id);
  }

  /**
   * Queues a failed or cancelled job again; completed stages are not repeated.
   *
   * @param condition throws if the job is no longer in the state that the caller expects
   * @throws Problem {@code RECORDING_GONE} if the recording was removed
   */
  @Transactional
  public Job retry(String jobId, Consumer<Job> condition) {
    JobRow job = locked(jobId, condition);
    requireRetryable(job);
    state.reopened(job);
    job.flush();
    engine.retry(jobId);
    return JobRows.details(job);
  }

  /** The job, if {@link #retry} would accept it; otherwise throws as {@code retry} does. */
  @Transactional
  public Job retryable(String jobId) {
    JobRow job = JobRow.of(callers.current(), jobId);
    requireRetryable(job);
    return JobRows.details(job);
  }

  private void requireRetryable(JobRow job) {
    if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT,
          "The job is " + job.status + "; only a failed or cancelled job can be retried.");
    }
    if (removals.isOrdered(job.jobId)) {
      throw recordingGone();
    }
  }

  /** The problem of a retry whose recording is no longer stored. */
  public static Problem recordingGone() {
    return Problem.of(
        ProblemKind.RECORDING_GONE, "The recording is no longer stored; upload it again.");
  }

  /** The caller's job, locked until the transaction ends. */
  private JobRow locked(String jobId, Consumer<Job> condition) {
    JobRow.of(callers.current(), jobId);
    state.lock(jobId);
    JobRow job = JobRow.of(callers.current(), jobId);
    job.getEntityManager().refresh(job);
    condition.accept(JobRows.details(job));
    return job;
  }
}
