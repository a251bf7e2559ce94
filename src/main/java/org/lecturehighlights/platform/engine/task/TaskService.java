package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.engine.JobLifecycle;
import org.lecturehighlights.platform.engine.JobLifecycle.JobPhase;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptDeadline;
import org.lecturehighlights.platform.engine.state.AttemptResult;
import org.lecturehighlights.platform.engine.state.ClaimedAttempt;
import org.lecturehighlights.platform.engine.state.DurableWork;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.state.RetryPolicy;
import org.lecturehighlights.platform.engine.task.TaskState.Status;

/** The state of tasks. Every change is a transaction on the locked row of the job. */
@ApplicationScoped
public class TaskService implements DurableWork {
  private final JobLifecycle owner;
  private final LaneQueues queues;
  private final RetryPolicy retries;
  private final AttemptDeadline deadline;
  private final Instance<TaskHandler> handlers;
  private final Clock clock;

  TaskService(
      JobLifecycle owner,
      LaneQueues queues,
      RetryPolicy retries,
      AttemptDeadline deadline,
      Instance<TaskHandler> handlers,
      Clock clock) {
    this.owner = owner;
    this.queues = queues;
    this.retries = retries;
    this.deadline = deadline;
    this.handlers = handlers;
    this.clock = clock;
  }

  /**
   * Makes all changes to pieces of a job wait for each other, until the caller's transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(String jobId) {
    owner.lock(jobId);
  }

  /**
   * Asks for a task within the caller's transaction, which holds the lock; it may be the
   * transaction that settles another task, see {@link Outcome.Done}. An earlier request for this
   * subject is no longer wanted: its attempt, if one is running, is fenced out.
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
    row.startOver();
    row.become(Status.READY);
    row.persistAndFlush();
    queues.putTask(lane, subject, row.revision, clock.instant());
  }

  /** Withdraws the request; a running attempt can no longer commit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdraw(String subject) {
    TaskRow.deleteById(subject);
  }

  /** The state of the last request; empty if there was none. */
  @Transactional
  public Optional<TaskState> find(String subject) {
    return TaskRow.<TaskRow>findByIdOptional(subject).map(TaskRow::state);
  }

  /** The tasks of a job. */
  @Transactional
  public List<TaskState> ofJob(String jobId) {
    return TaskRow.<TaskRow>list("jobId = ?1 order by subject", jobId).stream()
        .map(TaskRow::state)
        .toList();
  }

  @Override
  @Transactional
  public Optional<ClaimedAttempt> claim(String delivery, Lane lane, String worker) {
    String subject = LaneQueues.subjectOf(delivery);
    int revision = LaneQueues.revisionOf(delivery);
    Optional<TaskRow> found = locked(subject);
    if (found.isEmpty() || found.get().revision != revision || !found.get().state().isOpen()) {
      return Optional.empty();
    }
    TaskRow row = found.get();
    if (row.crashed(retries)) {
      row.note(RetryPolicy.poisoned("The work", row.crashes()));
      row.end(Status.FAILED, clock.instant());
      return Optional.empty();
    }
    row.begin(worker, clock.instant());
    TaskAttempt task =
        new TaskAttempt(row.jobId, subject, row.kind, revision, row.attempt(), row.wanted);
    return Optional.of(
        new ClaimedTask(this, task, lane, deadline.of(owner.playingTime(row.jobId))));
  }

  /** The handler of tasks of this kind. */
  TaskHandler handler(String kind) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no handler for tasks of the kind " + kind));
  }

  /** Whether the attempt may go on. */
  @Transactional
  boolean isWanted(TaskAttempt task) {
    return TaskRow.<TaskRow>findByIdOptional(task.subject())
        .filter(row -> row.isCurrent(task))
        .isPresent();
  }

  /** Settles the end of an attempt with its rows. */
  @Transactional
  AttemptResult settle(TaskAttempt task, Outcome outcome) {
    Optional<TaskRow> found = locked(task.subject()).filter(row -> row.isCurrent(task));
    if (found.isEmpty()) {
      return new AttemptResult.Dropped();
    }
    TaskRow row = found.get();
    return switch (outcome) {
      case Outcome.Done done -> {
        // This comes before its rows, which may ask for the next task of the same subject.
        row.end(Status.DONE, clock.instant());
        done.rows().run();
        yield new AttemptResult.Kept();
      }
      case Outcome.Retry retry -> retry(row, retry);
      case Outcome.Failed failed -> {
        row.note(failed.problem());
        row.end(Status.FAILED, clock.instant());
        yield new AttemptResult.Dropped();
      }
      case Outcome.Cancelled cancelled -> {
        // Still wanted, so the interrupt was not a cancellation.
        row.become(Status.READY);
        yield new AttemptResult.Again(Duration.ZERO);
      }
    };
  }

  /** Hands a running task over, because its worker stops. This does not count as a crash. */
  @Transactional
  void handOver(TaskAttempt task) {
    locked(task.subject())
        .filter(row -> row.isCurrent(task))
        .ifPresent(row -> row.become(Status.READY));
  }

  private AttemptResult retry(TaskRow row, Outcome.Retry retry) {
    Optional<Duration> pause = row.failed(retry, retries);
    if (pause.isEmpty()) {
      row.end(Status.FAILED, clock.instant());
      return new AttemptResult.Dropped();
    }
    row.become(Status.READY);
    return new AttemptResult.Again(pause.get());
  }

  /** The row, read under the lock of its job; empty if either of them is gone. */
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
}
