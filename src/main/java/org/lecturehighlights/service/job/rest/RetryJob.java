package org.lecturehighlights.service.job.rest;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobObjects;

/**
 * Queues a job again if its recording is still stored; checks the storage first, outside of any
 * transaction.
 */
@Singleton
class RetryJob {
  private final JobLifeService jobs;
  private final JobObjects objects;

  RetryJob(JobLifeService jobs, JobObjects objects) {
    this.jobs = jobs;
    this.objects = objects;
  }

  Job retry(String jobId, Consumer<Job> condition) {
    if (!objects.isStored(jobs.retryable(jobId).lectureKey())) {
      throw JobLifeService.recordingGone();
    }
    return jobs.retry(jobId, condition);
  }
}
