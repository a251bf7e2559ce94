package org.lecturehighlights.service.job.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.lecturehighlights.platform.runtime.RecurringTask;

/** Releases idempotency keys after a day; no client repeats a request for longer. */
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
