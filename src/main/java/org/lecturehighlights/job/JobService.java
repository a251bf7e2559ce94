package org.lecturehighlights.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lecturehighlights.engine.WorkOwner.Standing;
import org.lecturehighlights.engine.ledger.StageState;
import org.lecturehighlights.engine.run.Engine;
import org.lecturehighlights.job.idempotency.IdempotencyService;
import org.lecturehighlights.job.removal.JobObjects;
import org.lecturehighlights.job.removal.RemovalService;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;
import org.lecturehighlights.security.Caller;
import org.lecturehighlights.security.Callers;

/** Writes, finds, submits, cancels, retries and deletes jobs; another's job is as good as none. */
@ApplicationScoped
public class JobService {
  private static final String MINE = "(?1 = true or owner = ?2)";

  private final Engine engine;
  private final JobState state;
  private final JobObjects objects;
  private final RemovalService removals;
  private final IdempotencyService idempotency;
  private final Callers callers;
  private final Clock clock;

  JobService(
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

  /** Writes a job that waits for its bytes. */
  @Transactional
  public JobDetails create(NewJob order) {
    return JobRows.details(write(order));
  }

  /** Writes a job and submits it, in one transaction. */
  @Transactional
  public JobDetails createAndSubmit(NewJob order, double videoDurationSeconds) {
    return JobRows.details(submit(write(order), order.fileSize(), videoDurationSeconds));
  }

  /** The job, if it is the caller's; else a {@code JOB_NOT_FOUND}. */
  @Transactional
  public JobDetails get(String jobId) {
    return JobRows.details(mine(jobId));
  }

  /** Notes the caption file of a job that is not submitted yet. */
  @Transactional
  public JobDetails setCaptions(String jobId, String captionsKey) {
    Job job = pending(jobId);
    job.captionsKey = captionsKey;
    job.updatedAt = clock.instant();
    return JobRows.details(job);
  }

  /** Submits a pending job; a job that was submitted before stays as it is. */
  @Transactional
  public JobDetails submit(String jobId, long fileSize, double videoDurationSeconds) {
    mine(jobId);
    state.lock(jobId);
    Job job = mine(jobId);
    if (job.status() != JobStatus.PENDING) {
      return JobRows.details(job);
    }
    return JobRows.details(submit(job, fileSize, videoDurationSeconds));
  }

  /** Asks for the end of a job, whatever it looks like by now; see the other method. */
  public JobDetails cancel(String jobId) {
    return cancel(jobId, job -> {});
  }

  /**
   * Asks for the end of a job; it ends within seconds, and its bytes are removed.
   *
   * @param condition throws if the job is not what the caller took it for
   */
  @Transactional
  public JobDetails cancel(String jobId, Consumer<JobDetails> condition) {
    Job job = locked(jobId, condition);
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
   * Deletes a job with all that belongs to it. Steps that still run notice it and stop.
   *
   * @param condition throws if the job is not what the caller took it for
   */
  @Transactional
  public void delete(String jobId, Consumer<JobDetails> condition) {
    Job job = locked(jobId, condition);
    List<String> keys = new ArrayList<>(JobRows.ownKeys(job));
    keys.addAll(objects.resultKeys(jobId));
    removals.order(jobId, keys);
    idempotency.forget(jobId);
    // By a statement, so that the database takes along what belongs to the row.
    Job.delete("id", job.id);
  }

  /**
   * Queues a failed or cancelled job once more; stages that are done are not done again.
   *
   * @param condition throws if the job is not what the caller took it for
   * @throws Problem {@code RECORDING_GONE} where the lecture's bytes were removed
   */
  @Transactional
  public JobDetails retry(String jobId, Consumer<JobDetails> condition) {
    Job job = locked(jobId, condition);
    requireRetryable(job);
    state.reopened(job);
    job.flush();
    engine.retry(jobId);
    return JobRows.details(job);
  }

  /** The job, if {@link #retry} would take it. */
  @Transactional
  public JobDetails retryable(String jobId) {
    Job job = mine(jobId);
    requireRetryable(job);
    return JobRows.details(job);
  }

  /** How each stage of a job stands; none for a job that was never submitted here. */
  @Transactional
  public List<StageState> stages(String jobId) {
    mine(jobId);
    return engine.stages(jobId);
  }

  private void requireRetryable(Job job) {
    if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT,
          "The job is " + job.status + "; only one that ended can be retried.");
    }
    if (removals.isOrdered(job.jobId)) {
      throw recordingGone();
    }
  }

  /** What a retry meets where the lecture's bytes are no longer stored. */
  public static Problem recordingGone() {
    return Problem.of(
        ProblemKind.RECORDING_GONE, "The recording is no longer stored; upload it again.");
  }

  /** The caller's job, on which nobody else works until the transaction ends. */
  private Job locked(String jobId, Consumer<JobDetails> condition) {
    mine(jobId);
    state.lock(jobId);
    Job job = mine(jobId);
    job.getEntityManager().refresh(job);
    condition.accept(JobRows.details(job));
    return job;
  }

  /** Adds what the reader should know; joins a step's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void warn(String jobId, Warning warning) {
    Job job = Job.<Job>find("jobId", jobId).singleResult();
    List<Map<String, String>> warnings = new ArrayList<>(job.warnings);
    Map<String, String> row = Map.of("code", warning.code(), "message", warning.message());
    if (!warnings.contains(row)) {
      warnings.add(row);
      job.warnings = warnings;
    }
  }

  /** Fails the jobs that waited longer than this for their bytes; returns their names. */
  @Transactional
  public List<String> expirePending(Duration patience) {
    List<String> expired = new ArrayList<>();
    for (Job job :
        Job.<Job>list(
            "status = ?1 and updatedAt < ?2",
            JobStatus.PENDING.code(),
            clock.instant().minus(patience))) {
      if (state.lock(job.jobId) == Standing.ALIVE) {
        state.failed(
            job.jobId,
            "uploading",
            Problem.of(
                ProblemKind.UPLOAD_EXPIRED,
                "The upload was not finished in time; upload it again."));
        removals.order(job.jobId, JobRows.ownKeys(job));
        expired.add(job.jobId);
      }
    }
    return expired;
  }

  /** What the pipeline needs of a job, whoever asked for it. */
  @Transactional
  public JobDetails forPipeline(String jobId) {
    return Job.<Job>find("jobId", jobId)
        .firstResultOptional()
        .map(JobRows::details)
        .orElseThrow(() -> notFound(jobId));
  }

  /** Notes what probing found; joins a step's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void probed(String jobId, double videoDurationSeconds, Map<String, Object> metadata) {
    Job job = Job.<Job>find("jobId", jobId).singleResult();
    job.videoDuration = videoDurationSeconds;
    job.videoMetadata = metadata;
  }

  private Job write(NewJob order) {
    Job job = new Job();
    job.jobId = order.jobId();
    job.filename = order.filename();
    job.fileSize = order.fileSize();
    job.contentType = order.contentType();
    job.lectureKey = order.lectureKey();
    job.captionsKey = order.captionsKey().orElse(null);
    job.owner = callers.current().owner();
    job.status = JobStatus.PENDING.code();
    job.progressPercent = 0.0;
    job.currentStage = "uploading";
    job.extraMetadata =
        new HashMap<>(Map.of("processing_config", JobRows.configRow(order.config())));
    job.createdAt = clock.instant();
    job.updatedAt = job.createdAt;
    job.persist();
    return job;
  }

  private Job submit(Job job, long fileSize, double videoDurationSeconds) {
    job.fileSize = fileSize;
    job.videoDuration = videoDurationSeconds;
    job.status = JobStatus.QUEUED.code();
    job.currentStage = "initializing";
    job.progressMessage = JobState.WAITING;
    job.updatedAt = clock.instant();
    job.flush();
    engine.submit(job.jobId);
    return job;
  }

  private Job pending(String jobId) {
    Job job = mine(jobId);
    if (job.status() != JobStatus.PENDING) {
      throw Problem.of(ProblemKind.JOB_STATE_CONFLICT, "The job was submitted before.");
    }
    return job;
  }

  private Job mine(String jobId) {
    Caller caller = callers.current();
    return Job.<Job>find(MINE + " and jobId = ?3", caller.seesAll(), caller.owner(), jobId)
        .firstResultOptional()
        .orElseThrow(() -> notFound(jobId));
  }

  private static Problem notFound(String jobId) {
    return Problem.of(ProblemKind.JOB_NOT_FOUND, "There is no job " + jobId + ".");
  }
}
