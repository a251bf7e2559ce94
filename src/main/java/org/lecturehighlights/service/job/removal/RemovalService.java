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
 * Remembers which jobs' objects are to be removed. Bytes may still arrive for a while, from a step
 * that has not noticed yet, a worker that was cut off or an upload that was under way, so that a
 * removal is done again, at growing distances, for a day.
 */
@ApplicationScoped
public class RemovalService {
  /** The first repetition; a cancelled step is gone long before. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** Longer than any step or upload goes on without the database. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int AT_ONCE = 100;

  private final Clock clock;

  RemovalService(Clock clock) {
    this.clock = clock;
  }

  /**
   * A removal that is due.
   *
   * @param folder the job's own folder in the storage, which is its name
   * @param keys objects elsewhere
   */
  public record Removal(String folder, List<String> keys) {
    public Removal {
      keys = List.copyOf(keys);
    }
  }

  /** Orders a removal; joins the transaction that ends the job. */
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

  /** Whether a job's objects are being removed, so that nothing may rely on them any more. */
  @Transactional
  public boolean isOrdered(String jobId) {
    return StorageRemoval.findByIdOptional(jobId).isPresent();
  }

  /** What is due, the longest waiting first. */
  @Transactional
  public List<Removal> due() {
    return StorageRemoval.<StorageRemoval>find("nextAt <= ?1 order by nextAt", clock.instant())
        .page(0, AT_ONCE)
        .list()
        .stream()
        .map(removal -> new Removal(removal.jobId, removal.keys))
        .toList();
  }

  /** Notes that a removal was done once, or that it could not be done, in which case it stays. */
  @Transactional
  public void tried(String jobId, boolean done) {
    StorageRemoval.<StorageRemoval>findByIdOptional(jobId)
        .ifPresent(removal -> {
          Instant now = clock.instant();
          Duration age = Duration.between(removal.since, now);
          if (done && age.compareTo(LONGEST) >= 0) {
            removal.delete();
          } else {
            removal.nextAt = now.plus(done && age.compareTo(SOON) > 0 ? age : SOON);
          }
        });
  }
}
