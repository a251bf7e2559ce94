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
 * Ready once the storage could be used since the start, so that a release with wrong settings never
 * replaces one that works. If the storage fails later, only the requests that need it fail: all
 * pods use the same storage, and making all of them unready would fail every other request too.
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
