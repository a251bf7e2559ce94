package org.lecturehighlights.job.rest;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobService;
import org.lecturehighlights.job.removal.JobObjects;

/**
 * Queues a job once more, if its recording is still there; looks before, outside of transactions.
 */
@Singleton
class RetryJob {
  private final JobService jobs;
  private final JobObjects objects;

  RetryJob(JobService jobs, JobObjects objects) {
    this.jobs = jobs;
    this.objects = objects;
  }

  JobDetails retry(String jobId, Consumer<JobDetails> condition) {
    if (!objects.isStored(jobs.retryable(jobId).lectureKey())) {
      throw JobService.recordingGone();
    }
    return jobs.retry(jobId, condition);
  }
}
