package org.lecturehighlights.service.job.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Records which jobs' objects are to be removed. Objects may still be written for a while by a
 * stage that has not noticed yet, a worker that was cut off or an upload in progress, so each
 * removal is repeated at growing intervals for a day.
 */
@ApplicationScoped
public class RemovalService {
  /** The delay before the first repetition; a cancelled stage has stopped long before. */
  private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

  /** Longer than any stage or upload continues without the database. */
  private static final Duration LAST_REMOVAL_AGE = Duration.ofDays(1);

  private static final int BATCH_SIZE = 100;

  private final Clock clock;

  RemovalService(Clock clock) {
    this.clock = clock;
  }

  /**
   * A removal that is due.
   *
   * @param folder the job's folder in the storage, named after the job's id
   * @param keys keys of objects outside of the folder
   */
  public record Removal(String folder, List<String> keys) {
    public Removal {
      keys = List.copyOf(keys);
    }
  }

  /** Requests a removal; joins the transaction that ends the job. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void order(String jobId, Collection<String> keysElsewhere) {
    StorageRemoval removal = StorageRemoval.findById(jobId);
    if (removal == null) {
      removal = new StorageRemoval();
      removal.jobId = jobId;
    }
    TreeSet<String> keys = new TreeSet<>(removal.keys);
    keysElsewhere.stream().filter(key -> !key.startsWith(jobId + "/")).forEach(keys::add);
    removal.keys = List.copyOf(keys);
    removal.since = clock.instant();
    removal.nextAt = removal.since;
    removal.persist();
  }

  /** Whether a job's objects are being removed, so that nothing may use them any more. */
  @Transactional
  public boolean isOrdered(String jobId) {
    return StorageRemoval.findByIdOptional(jobId).isPresent();
  }

  /** The removals that are due, the longest overdue first. */
  @Transactional
  public List<Removal> due() {
    return StorageRemoval.<StorageRemoval>find("nextAt <= ?1 order by nextAt", clock.instant())
        .page(0, BATCH_SIZE)
        .list()
        .stream()
        .map(removal -> new Removal(removal.jobId, removal.keys))
        .toList();
  }

  /** Records the result of a removal; one that failed is repeated. */
  @Transactional
  public void tried(String jobId, boolean done) {
    StorageRemoval.<StorageRemoval>findByIdOptional(jobId)
        .ifPresent(removal -> {
          Instant now = clock.instant();
          Duration age = Duration.between(removal.since, now);
          if (done && age.compareTo(LAST_REMOVAL_AGE) >= 0) {
            removal.delete();
          } else {
            removal.nextAt = now.plus(done && age.compareTo(FIRST_DELAY) > 0 ? age : FIRST_DELAY);
          }
        });
  }
}
