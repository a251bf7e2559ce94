package org.lecturehighlights.service.job.removal;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.RecurringTask;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.removal.RemovalService.Removal;

/** Removes the objects of cancelled, deleted and expired jobs. */
@Singleton
class RemoveObjects implements RecurringTask {
  private static final Logger LOG = Logger.getLogger(RemoveObjects.class);

  private final RemovalService removals;
  private final ObjectStorage storage;

  RemoveObjects(RemovalService removals, ObjectStorage storage) {
    this.removals = removals;
    this.storage = storage;
  }

  @Override
  public String name() {
    return "remove-objects";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    for (Removal removal : removals.due()) {
      removals.tried(removal.folder(), remove(removal));
    }
  }

  /** A removal that fails is tried again later and does not stop the others. */
  private boolean remove(Removal removal) {
    try {
      storage.deletePrefix(removal.folder());
      removal.keys().forEach(this::removeForeign);
      return true;
    } catch (Problem failed) {
      LOG.warnf(failed, "objects of %s cannot be removed now", removal.folder());
      return false;
    }
  }

  private void removeForeign(String key) {
    try {
      storage.deletePrefix(key);
    } catch (IllegalArgumentException foreign) {
      LOG.warnf("%s is not a valid object key of this storage", key);
    }
  }
}
