package org.lecturehighlights.platform.ratelimit;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.lecturehighlights.platform.runtime.RecurringTask;

/** Removes the counts of callers who have their whole allowance again. */
@Singleton
class ForgetRateLimits implements RecurringTask {
  private final SharedBuckets buckets;

  ForgetRateLimits(SharedBuckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "forget-rate-limits";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    buckets.removeExpired();
  }
}
