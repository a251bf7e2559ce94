package org.lecturehighlights.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.JobLifecycle.JobPhase;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.engine.run.Engine;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Warning;
import org.lecturehighlights.platform.security.Caller;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.job.removal.RemovalService;

/** Creates, finds and submits jobs; callers cannot tell somebody else's job from a missing one. */
@ApplicationScoped
public class JobService {
  /** Looked up lazily, because commands that use no database have no session factory. */
  private final Instance<SessionFactory> sessions;

  private final Engine engine;
  private final JobState state;
  private final RemovalService removals;
  private final Callers callers;
  private final AttemptObserver observer;
  private final Event<JobLifecycleEvent> news;
  private final Clock clock;

  JobService(
      Instance<SessionFactory> sessions,
      Engine engine,
      JobState state,
      RemovalService removals,
      Callers callers,
      AttemptObserver observer,
      Event<JobLifecycleEvent> news,
      Clock clock) {
    this.sessions = sessions;
    this.engine = engine;
    this.state = state;
    this.removals = removals;
    this.callers = callers;
    this.observer = observer;
    this.news = news;
    this.clock = clock;
  }

  /** Creates a job whose upload has yet to arrive, however many the caller has. */
  @Transactional
  public Job create(NewJob order) {
    return JobRows.details(write(order));
  }

  /**
   * Writes a job that waits for its bytes; {@code TOO_MANY_UPLOADS} where the caller has a name and
   * too many of them already. Callers are counted one request at a time.
   */
  @Transactional
  public Job create(NewJob order, int mostPending) {
    String owner = callers.current().owner();
    if (owner != null) {
      OwnerLock.take("uploads", owner);
      requireFewerPendingThan(mostPending, owner);
    }
    return JobRows.details(write(order));
  }

  /** Creates a job and submits it, in one transaction. */
  @Transactional
  public Job createAndSubmit(NewJob order, double videoDurationSeconds) {
    return JobRows.details(submit(write(order), order.fileSize(), videoDurationSeconds));
  }

  /**
   * The job, if it is the caller's; otherwise {@code JOB_NOT_FOUND}. This is the most frequent
   * query, so it is one statement without a transaction, whose commit would cost a second round
   * trip.
   */
  public Job get(String jobId) {
    return get(jobId, callers.current());
  }

  /** The same for a caller who is not the one of the present request. */
  public Job get(String jobId, Caller caller) {
    return sessions
        .get()
        .fromStatelessSession(session ->
            session
                .createSelectionQuery("from JobRow where jobId = :job", JobRow.class)
                .setParameter("job", jobId)
                .setReadOnly(true)
                .uniqueResultOptional()
                .filter(job -> job.isOf(caller))
                .map(JobRows::details)
                .orElseThrow(() -> JobRow.notFound(jobId)));
  }

  /** Records the caption file of a job that has not been submitted yet. */
  @Transactional
  public Job setCaptions(String jobId, String captionsKey) {
    JobRow job = pending(jobId);
    job.captionsKey = captionsKey;
    job.updatedAt = clock.instant();
    return JobRows.details(job);
  }

  /** Submits a pending job; does nothing if it was already submitted. */
  @Transactional
  public Job submit(String jobId, long fileSize, double videoDurationSeconds) {
    mine(jobId);
    state.lock(jobId);
    JobRow job = mine(jobId);
    if (job.status() != JobStatus.PENDING) {
      return JobRows.details(job);
    }
    return JobRows.details(submit(job, fileSize, videoDurationSeconds));
  }

  /** Records that a job's upload is still in progress, so that it does not expire. */
  @Transactional
  public Job touchPending(String jobId) {
    JobRow job = pending(jobId);
    job.updatedAt = clock.instant();
    return JobRows.details(job);
  }

  /** Fails a pending job whose uploaded file cannot be processed. */
  @Transactional
  public void failPending(String jobId, Problem why) {
    JobRow job = lockPending(jobId);
    state.failed(jobId, "uploading", why);
    removals.order(jobId, JobRows.ownKeys(job));
  }

  /** Cancels a pending job whose upload was given up. */
  @Transactional
  public void withdrawPending(String jobId) {
    lockPending(jobId);
    state.cancelled(jobId);
  }

  /** The state of each stage of a job; empty for a job that was never submitted to this engine. */
  @Transactional
  public List<StageState> stages(String jobId) {
    mine(jobId);
    return engine.stages(jobId);
  }

  /** Adds a warning to a job; joins the stage's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void warn(String jobId, Warning warning) {
    JobRow job = JobRow.<JobRow>find("jobId", jobId).singleResult();
    List<Map<String, String>> warnings = new ArrayList<>(job.warnings);
    Map<String, String> row = Map.of("code", warning.code(), "message", warning.message());
    if (!warnings.contains(row)) {
      warnings.add(row);
      job.warnings = warnings;
    }
  }

  /** Fails the jobs that have been pending for longer than {@code maxAge}; returns their ids. */
  @Transactional
  public List<String> expirePending(Duration maxAge) {
    List<String> expired = new ArrayList<>();
    for (JobRow job :
        JobRow.<JobRow>list(
            "status = ?1 and updatedAt < ?2",
            JobStatus.PENDING.code(),
            clock.instant().minus(maxAge))) {
      if (state.lock(job.jobId) == JobPhase.ALIVE) {
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

  /** A job for the pipeline, without checking who owns it. */
  @Transactional
  public Job findUnchecked(String jobId) {
    return JobRow.<JobRow>find("jobId", jobId)
        .firstResultOptional()
        .map(JobRows::details)
        .orElseThrow(() -> JobRow.notFound(jobId));
  }

  /** Records what probing found; joins the stage's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void probed(String jobId, double videoDurationSeconds, Map<String, Object> metadata) {
    JobRow job = JobRow.<JobRow>find("jobId", jobId).singleResult();
    job.videoDuration = videoDurationSeconds;
    job.videoMetadata = metadata;
  }

  /** How many jobs there are in each state, whoever owns them. */
  @Transactional
  public Map<String, Long> countByStatus() {
    return JobRow.getEntityManager()
        .createQuery("select status, count(*) from JobRow group by status", Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  private JobRow write(NewJob order) {
    JobRow job = new JobRow();
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
    job.extraMetadata = new HashMap<>(Map.of("processing_config", order.config().given()));
    job.createdAt = clock.instant();
    job.updatedAt = job.createdAt;
    job.persist();
    return job;
  }

  private JobRow submit(JobRow job, long fileSize, double videoDurationSeconds) {
    job.fileSize = fileSize;
    job.videoDuration = videoDurationSeconds;
    job.status = JobStatus.QUEUED.code();
    job.currentStage = "initializing";
    job.progressMessage = JobState.WAITING;
    job.updatedAt = clock.instant();
    observer.origin().ifPresent(origin -> JobRows.putOrigin(job, origin));
    job.flush();
    engine.submit(job.jobId);
    news.fire(new JobLifecycleEvent.Submitted(fileSize));
    return job;
  }

  private static void requireFewerPendingThan(int most, String owner) {
    if (JobRow.count("owner = ?1 and status = ?2", owner, JobStatus.PENDING.code()) >= most) {
      throw Problem.of(
          ProblemKind.TOO_MANY_UPLOADS,
          "Finish or cancel one of your %d open uploads first.".formatted(most));
    }
  }

  private JobRow lockPending(String jobId) {
    mine(jobId);
    state.lock(jobId);
    return pending(jobId);
  }

  private JobRow pending(String jobId) {
    JobRow job = mine(jobId);
    if (job.status() != JobStatus.PENDING) {
      throw Problem.of(ProblemKind.JOB_STATE_CONFLICT, "The job was already submitted.");
    }
    return job;
  }

  private JobRow mine(String jobId) {
    return JobRow.of(callers.current(), jobId);
  }
}
