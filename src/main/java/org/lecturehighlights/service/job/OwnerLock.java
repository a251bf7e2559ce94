package org.lecturehighlights.service.job;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

/**
 * Lets the transactions of one owner count and add rows one after the other: two that count at the
 * same time would both find room for the last one. It ends with the transaction.
 */
public final class OwnerLock {
  private OwnerLock() {}

  /**
   * Waits for the others, within the transaction of the calling service.
   *
   * @param what is counted
   * @param owner null for what belongs to nobody
   */
  public static void take(String what, @Nullable String owner) {
    Panache.getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
        .setParameter(1, what + " of " + owner)
        .getSingleResult();
  }
}
