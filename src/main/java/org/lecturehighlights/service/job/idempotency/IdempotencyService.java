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
 * Keeps which job a caller's key stands for. The job's name is chosen with the reservation: whether
 * the first request got through is told by the job being there, so that no crash can leave the two
 * in disagreement.
 */
@ApplicationScoped
public class IdempotencyService {
  /** A first request that has made no job by then has died; its bytes had arrived before. */
  private static final Duration LONGEST_CREATION = Duration.ofMinutes(15);

  private final Callers callers;
  private final Clock clock;

  IdempotencyService(Callers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Reserves a key for a job that is to be made, or finds the job that was made under it.
   *
   * @param fingerprint of the whole request
   * @param jobId the name that a new job shall have
   * @return whether the job is to be made, and its name
   * @throws Problem {@code IDEMPOTENCY_KEY_REUSED} where the key belongs to another request, {@code
   *     IDEMPOTENCY_KEY_IN_USE} where the first request is still at work
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
          "Take a new key for a new request; this one belongs to another.");
    }
    if (jobExists(held.jobId)) {
      return new Reservation(held.jobId, false);
    }
    if (held.createdAt.plus(LONGEST_CREATION).isAfter(now) || !takeOver(held, jobId, now)) {
      throw inUse();
    }
    return new Reservation(jobId, true);
  }

  /** What a key stands for. */
  record Reservation(String jobId, boolean isNew) {}

  /** Gives a key back whose request made no job, so that a better one may use it. */
  @Transactional
  void release(String key, String jobId) {
    IdempotencyKey.delete("owner = ?1 and key = ?2 and jobId = ?3", owner(), key, jobId);
  }

  /** Forgets the key of a job that is deleted. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String jobId) {
    IdempotencyKey.delete("jobId", jobId);
  }

  /** Forgets the keys that are older than this. */
  @Transactional
  public long forgetOlderThan(Duration age) {
    return IdempotencyKey.delete("createdAt < ?1", clock.instant().minus(age));
  }

  /**
   * Of two at once the second waits here until the first is committed, and then inserts nothing.
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
        "The first request with this key is still at work; wait a moment and send it again.");
  }
}
