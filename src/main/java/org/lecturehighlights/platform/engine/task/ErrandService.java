package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.WorkOwner;
import org.lecturehighlights.platform.engine.WorkOwner.Standing;
import org.lecturehighlights.platform.engine.ledger.LaneQueues;
import org.lecturehighlights.platform.engine.ledger.RetryPolicy;
import org.lecturehighlights.platform.engine.ledger.Settlement;
import org.lecturehighlights.platform.engine.task.ErrandState.Status;

/** The books of errands. Every change is a transaction on the locked row of the work. */
@ApplicationScoped
public class ErrandService {
  private final WorkOwner owner;
  private final LaneQueues queues;
  private final RetryPolicy retries;
  private final Clock clock;

  ErrandService(WorkOwner owner, LaneQueues queues, RetryPolicy retries, Clock clock) {
    this.owner = owner;
    this.queues = queues;
    this.retries = retries;
    this.clock = clock;
  }

  /** Serialises whoever changes pieces of a work, until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(String workId) {
    owner.lock(workId);
  }

  /**
   * Asks for an errand within the caller's transaction, which holds the lock. What was asked for
   * this subject before is not wanted any more: its attempt, if one runs, is fenced out.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void submit(String workId, String subject, String kind, Lane lane, JsonNode wanted) {
    Optional<ErrandRow> before = ErrandRow.findByIdOptional(subject);
    ErrandRow row = before.orElseGet(ErrandRow::new);
    row.subject = subject;
    row.workId = workId;
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
    ErrandRow.deleteById(subject);
  }

  /** How what was asked for last stands; empty where nothing was. */
  @Transactional
  public Optional<ErrandState> find(String subject) {
    return ErrandRow.<ErrandRow>findByIdOptional(subject).map(ErrandRow::state);
  }

  /** The errands of a work. */
  @Transactional
  public List<ErrandState> ofWork(String workId) {
    return ErrandRow.<ErrandRow>list("workId = ?1 order by subject", workId).stream()
        .map(ErrandRow::state)
        .toList();
  }

  /** Takes an errand to run; empty where there is nothing to do, as for an older revision. */
  @Transactional
  public Optional<ErrandRun> claim(String instance, String worker) {
    int slash = instance.lastIndexOf('/');
    String subject = instance.substring(0, slash);
    int revision = Integer.parseInt(instance.substring(slash + 1));
    Optional<ErrandRow> found = locked(subject);
    if (found.isEmpty() || found.get().revision != revision || !found.get().state().isOpen()) {
      return Optional.empty();
    }
    ErrandRow row = found.get();
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
        new ErrandRun(row.workId, subject, row.kind, revision, row.attempt, row.wanted));
  }

  /** Whether the attempt may go on. */
  @Transactional
  public boolean isWanted(ErrandRun run) {
    return ErrandRow.<ErrandRow>findByIdOptional(run.subject())
        .filter(row -> isCurrent(row, run))
        .isPresent();
  }

  /** Settles the end of an attempt with its rows. */
  @Transactional
  public Settlement settle(ErrandRun run, Outcome outcome) {
    Optional<ErrandRow> found = locked(run.subject()).filter(row -> isCurrent(row, run));
    if (found.isEmpty()) {
      return new Settlement.Dropped();
    }
    ErrandRow row = found.get();
    return switch (outcome) {
      case Outcome.Done done -> {
        done.rows().run();
        row.end(Status.DONE, clock.instant());
        yield new Settlement.Kept();
      }
      case Outcome.Retry retry -> retry(row, retry);
      case Outcome.Failed failed -> {
        row.note(failed.problem());
        row.end(Status.FAILED, clock.instant());
        yield new Settlement.Dropped();
      }
      case Outcome.Cancelled cancelled -> {
        // It is still wanted, so that nobody cancelled it.
        row.become(Status.READY);
        yield new Settlement.Again(Duration.ZERO);
      }
    };
  }

  /** Gives a running errand back, because its worker stops; it is no crash. */
  @Transactional
  public void handOver(ErrandRun run) {
    locked(run.subject())
        .filter(row -> isCurrent(row, run))
        .ifPresent(row -> row.become(Status.READY));
  }

  private Settlement retry(ErrandRow row, Outcome.Retry retry) {
    row.note(retry.problem());
    row.failures++;
    if (retries.isExhausted(row.failures)) {
      row.end(Status.FAILED, clock.instant());
      return new Settlement.Dropped();
    }
    row.become(Status.READY);
    return new Settlement.Again(retries.pause(row.failures, retry.notBefore()));
  }

  /** The row as it is under the lock of its work; empty where one of both is gone. */
  private Optional<ErrandRow> locked(String subject) {
    Optional<String> workId =
        ErrandRow.getEntityManager()
            .createQuery("select workId from ErrandRow where subject = ?1", String.class)
            .setParameter(1, subject)
            .getResultStream()
            .findFirst();
    if (workId.isEmpty() || owner.lock(workId.get()) == Standing.GONE) {
      return Optional.empty();
    }
    return ErrandRow.findByIdOptional(subject);
  }

  private static boolean isCurrent(ErrandRow row, ErrandRun run) {
    return row.revision == run.revision()
        && row.attempt == run.attempt()
        && row.status() == Status.RUNNING;
  }
}
