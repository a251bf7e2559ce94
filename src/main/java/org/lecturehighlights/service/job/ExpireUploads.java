package org.lecturehighlights.service.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lecturehighlights.platform.runtime.RecurringTask;

/** Ends jobs whose bytes never came or were never confirmed, so that none is pending for ever. */
@Singleton
class ExpireUploads implements RecurringTask {
  private final JobService jobs;
  private final Duration patience;

  ExpireUploads(
      JobService jobs,
      @ConfigProperty(name = "lecture.upload.forget-after", defaultValue = "PT24H")
          Duration patience) {
    this.jobs = jobs;
    this.patience = patience;
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
    jobs.expirePending(patience);
  }
}
