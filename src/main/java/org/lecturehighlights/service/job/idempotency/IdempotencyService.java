package org.lecturehighlights.service.job.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Callers;

/**
 * Records which job belongs to a caller's key. The job's id is chosen together with the
 * reservation, so the job's existence shows whether the first request succeeded, and no crash can
 * make the two disagree.
 */
@ApplicationScoped
public class IdempotencyService {
  /** A first request that has created no job by then has died: creation starts after the upload. */
  private static final Duration LONGEST_CREATION = Duration.ofMinutes(15);

  private final Callers callers;
  private final Clock clock;

  IdempotencyService(Callers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Reserves a key for a job to be created, or finds the job that was created with it.
   *
   * @param fingerprint of the whole request
   * @param jobId the id for a new job
   * @return the job's id, and whether the job is yet to be created
   * @throws Problem {@code IDEMPOTENCY_KEY_REUSED} if the key belongs to another request, {@code
   *     IDEMPOTENCY_KEY_IN_USE} if the first request is still in progress
   */
  @Transactional
  Reservation reserve(String key, String fingerprint, String jobId) {
    Instant now = clock.instant();
    if (insert(key, fingerprint, jobId, now)) {
      return new Reservation(jobId, true);
    }
    IdempotencyKey held =
        IdempotencyKey.<IdempotencyKey>find("owner = ?1 and key = ?2", owner(), key)
            .firstResultOptional()
            .orElseThrow(IdempotencyService::inUse);
    if (!held.fingerprint.equals(fingerprint)) {
      throw Problem.ofField(
          ProblemKind.IDEMPOTENCY_KEY_REUSED,
          "Idempotency-Key",
          "Use a new key for each new request; this one was used for a different request.");
    }
    if (jobExists(held.jobId)) {
      return new Reservation(held.jobId, false);
    }
    if (held.createdAt.plus(LONGEST_CREATION).isAfter(now) || !takeOver(held, jobId, now)) {
      throw inUse();
    }
    return new Reservation(jobId, true);
  }

  /** The job that belongs to a key. */
  record Reservation(String jobId, boolean isNew) {}

  /** Releases the key of a request that created no job, so that a corrected request may use it. */
  @Transactional
  void release(String key, String jobId) {
    IdempotencyKey.delete("owner = ?1 and key = ?2 and jobId = ?3", owner(), key, jobId);
  }

  /** Removes the key of a deleted job. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String jobId) {
    IdempotencyKey.delete("jobId", jobId);
  }

  /** Removes the keys that are older than this. */
  @Transactional
  public long forgetOlderThan(Duration age) {
    return IdempotencyKey.delete("createdAt < ?1", clock.instant().minus(age));
  }

  /**
   * Of two concurrent requests the second waits here until the first commits, and then inserts
   * nothing.
   */
  private boolean insert(String key, String fingerprint, String jobId, Instant now) {
    return IdempotencyKey.getEntityManager()
            .createNativeQuery(
                "insert into idempotency_key (owner, key, fingerprint, job_id, created_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
            .setParameter(1, owner())
            .setParameter(2, key)
            .setParameter(3, fingerprint)
            .setParameter(4, jobId)
            .setParameter(5, now)
            .executeUpdate()
        == 1;
  }

  private static boolean takeOver(IdempotencyKey dead, String jobId, Instant now) {
    return IdempotencyKey.update(
            "jobId = ?1, createdAt = ?2 where owner = ?3 and key = ?4 and jobId = ?5",
            jobId,
            now,
            dead.owner,
            dead.key,
            dead.jobId)
        == 1;
  }

  private boolean jobExists(String jobId) {
    return (Boolean)
        IdempotencyKey.getEntityManager()
            .createNativeQuery("select exists (select from jobs where job_id = ?1)")
            .setParameter(1, jobId)
            .getSingleResult();
  }

  private String owner() {
    @Nullable String owner = callers.current().owner();
    return owner == null ? "" : owner;
  }

  private static Problem inUse() {
    return Problem.ofField(
        ProblemKind.IDEMPOTENCY_KEY_IN_USE,
        "Idempotency-Key",
        "The first request with this key is still in progress; wait a moment and send it again.");
  }
}
