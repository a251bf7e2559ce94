package org.lecturehighlights.platform.storage.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.storage.ObjectStorage;

/**
 * Whether the storage could be used once since the start, so that a release with wrong settings
 * never takes the place of one that works. A storage that fails later fails the requests that need
 * it: every pod sees the same one, and taking all of them away would fail the rest as well.
 */
@Readiness
@ApplicationScoped
class StorageReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(StorageReadiness.class);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

  private final ObjectStorage storage;
  private final Clock clock;
  private boolean usable;
  private Instant nextCheck = Instant.MIN;

  StorageReadiness(ObjectStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  @Override
  public synchronized HealthCheckResponse call() {
    if (!usable && !clock.instant().isBefore(nextCheck)) {
      check();
      nextCheck = clock.instant().plus(BETWEEN_CHECKS);
    }
    return HealthCheckResponse.named("storage").status(usable).build();
  }

  private void check() {
    try {
      storage.requireUsable();
      usable = true;
    } catch (Problem problem) {
      LOG.warn("the storage cannot be used yet", problem);
    }
  }
}
