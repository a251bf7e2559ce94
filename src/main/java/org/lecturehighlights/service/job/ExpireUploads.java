package org.lecturehighlights.service.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lecturehighlights.platform.runtime.RecurringTask;

/**
 * Fails jobs whose upload never arrived or was never confirmed, so that none stays pending forever.
 */
@Singleton
class ExpireUploads implements RecurringTask {
  private final JobService jobs;
  private final Duration maxAge;

  ExpireUploads(
      JobService jobs,
      @ConfigProperty(name = "lecture.upload.forget-after", defaultValue = "PT24H")
          Duration maxAge) {
    this.jobs = jobs;
    this.maxAge = maxAge;
  }

  @Override
  public String name() {
    return "expire-uploads";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    jobs.expirePending(maxAge);
  }
}
