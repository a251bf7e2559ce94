package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.engine.JobLifecycle;
import org.lecturehighlights.platform.engine.JobLifecycle.JobPhase;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.state.RetryPolicy;
import org.lecturehighlights.platform.engine.task.TaskState.Status;

/** The books of errands. Every change is a transaction on the locked row of the work. */
@ApplicationScoped
public class TaskService {
  private final JobLifecycle owner;
  private final LaneQueues queues;
  private final RetryPolicy retries;
  private final Clock clock;

  TaskService(JobLifecycle owner, LaneQueues queues, RetryPolicy retries, Clock clock) {
    this.owner = owner;
    this.queues = queues;
    this.retries = retries;
    this.clock = clock;
  }

  /** Serialises whoever changes pieces of a work, until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(String jobId) {
    owner.lock(jobId);
  }

  /**
   * Asks for an errand within the caller's transaction, which holds the lock. What was asked for
   * this subject before is not wanted any more: its attempt, if one runs, is fenced out.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void submit(String jobId, String subject, String kind, Lane lane, JsonNode wanted) {
    Optional<TaskRow> before = TaskRow.findByIdOptional(subject);
    TaskRow row = before.orElseGet(TaskRow::new);
    row.subject = subject;
    row.jobId = jobId;
    row.kind = kind;
    row.wanted = wanted;
    row.revision++;
    row.failures = 0;
    row.crashes = 0;
    row.errorCode = null;
    row.errorMessage = null;
    row.become(Status.READY);
    row.persistAndFlush();
    queues.putErrand(lane, subject, row.revision, clock.instant());
  }

  /** Forgets what was asked for; a running attempt is fenced out. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdraw(String subject) {
    TaskRow.deleteById(subject);
  }

  /** How what was asked for last stands; empty where nothing was. */
  @Transactional
  public Optional<TaskState> find(String subject) {
    return TaskRow.<TaskRow>findByIdOptional(subject).map(TaskRow::state);
  }

  /** The errands of a work. */
  @Transactional
  public List<TaskState> ofWork(String jobId) {
    return TaskRow.<TaskRow>list("jobId = ?1 order by subject", jobId).stream()
        .map(TaskRow::state)
        .toList();
  }

  /** Takes an errand to run; empty where there is nothing to do, as for an older revision. */
  @Transactional
  public Optional<TaskAttempt> claim(String instance, String worker) {
    int slash = instance.lastIndexOf('/');
    String subject = instance.substring(0, slash);
    int revision = Integer.parseInt(instance.substring(slash + 1));
    Optional<TaskRow> found = locked(subject);
    if (found.isEmpty() || found.get().revision != revision || !found.get().state().isOpen()) {
      return Optional.empty();
    }
    TaskRow row = found.get();
    if (row.status() == Status.RUNNING && retries.isPoisoned(++row.crashes)) {
      row.note(RetryPolicy.poisoned("The work", row.crashes));
      row.end(Status.FAILED, clock.instant());
      return Optional.empty();
    }
    row.become(Status.RUNNING);
    row.attempt++;
    row.worker = worker;
    row.startedAt = clock.instant();
    return Optional.of(
        new TaskAttempt(row.jobId, subject, row.kind, revision, row.attempt, row.wanted));
  }

  /** Whether the attempt may go on. */
  @Transactional
  public boolean isWanted(TaskAttempt run) {
    return TaskRow.<TaskRow>findByIdOptional(run.subject())
        .filter(row -> isCurrent(row, run))
        .isPresent();
  }

  /** Settles the end of an attempt with its rows. */
  @Transactional
  public AttemptResult settle(TaskAttempt run, Outcome outcome) {
    Optional<TaskRow> found = locked(run.subject()).filter(row -> isCurrent(row, run));
    if (found.isEmpty()) {
      return new AttemptResult.Dropped();
    }
    TaskRow row = found.get();
    return switch (outcome) {
      case Outcome.Done done -> {
        done.rows().run();
        row.end(Status.DONE, clock.instant());
        yield new AttemptResult.Kept();
      }
      case Outcome.Retry retry -> retry(row, retry);
      case Outcome.Failed failed -> {
        row.note(failed.problem());
        row.end(Status.FAILED, clock.instant());
        yield new AttemptResult.Dropped();
      }
      case Outcome.Cancelled cancelled -> {
        // It is still wanted, so that nobody cancelled it.
        row.become(Status.READY);
        yield new AttemptResult.Again(Duration.ZERO);
      }
    };
  }

  /** Gives a running errand back, because its worker stops; it is no crash. */
  @Transactional
  public void handOver(TaskAttempt run) {
    locked(run.subject())
        .filter(row -> isCurrent(row, run))
        .ifPresent(row -> row.become(Status.READY));
  }

  private AttemptResult retry(TaskRow row, Outcome.Retry retry) {
    row.note(retry.problem());
    row.failures++;
    if (retries.isExhausted(row.failures)) {
      row.end(Status.FAILED, clock.instant());
      return new AttemptResult.Dropped();
    }
    row.become(Status.READY);
    return new AttemptResult.Again(retries.pause(row.failures, retry.notBefore()));
  }

  /** The row as it is under the lock of its work; empty where one of both is gone. */
  private Optional<TaskRow> locked(String subject) {
    Optional<String> jobId =
        TaskRow.getEntityManager()
            .createQuery("select jobId from TaskRow where subject = ?1", String.class)
            .setParameter(1, subject)
            .getResultStream()
            .findFirst();
    if (jobId.isEmpty() || owner.lock(jobId.get()) == JobPhase.GONE) {
      return Optional.empty();
    }
    return TaskRow.findByIdOptional(subject);
  }

  private static boolean isCurrent(TaskRow row, TaskAttempt run) {
    return row.revision == run.revision()
        && row.attempt == run.attempt()
        && row.status() == Status.RUNNING;
  }
}
