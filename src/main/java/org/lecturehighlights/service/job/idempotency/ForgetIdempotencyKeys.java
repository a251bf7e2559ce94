package org.lecturehighlights.service.job.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.lecturehighlights.platform.runtime.RecurringTask;

/** Frees the keys of creations after a day; nobody repeats a request that long. */
@Singleton
class ForgetIdempotencyKeys implements RecurringTask {
  private static final Duration KEPT = Duration.ofHours(24);

  private final IdempotencyService keys;

  ForgetIdempotencyKeys(IdempotencyService keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return "forget-idempotency-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    keys.forgetOlderThan(KEPT);
  }
}
