package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.WorkDirectory;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;

/** Checks the bytes of an announced lecture and queues the job; again and again, but once only. */
@Singleton
public class ConfirmUpload {
  private final Admission admission;
  private final ObjectStorage storage;
  private final StorageConfig config;
  private final JobService jobs;

  ConfirmUpload(Admission admission, ObjectStorage storage, StorageConfig config, JobService jobs) {
    this.admission = admission;
    this.storage = storage;
    this.config = config;
    this.jobs = jobs;
  }

  /** The job, queued or wherever it is by now; after a refusal it still waits for better bytes. */
  public Job confirm(String jobId) throws IOException, InterruptedException {
    Job job = jobs.get(jobId);
    if (job.status() != JobStatus.PENDING) {
      return job;
    }
    long size =
        storage
            .size(job.lectureKey())
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.FILE_NOT_FOUND, "Send the bytes to upload_url, then confirm."));
    admission.requireSize(size);
    try (WorkDirectory work = WorkDirectory.under(config.workDirectory())) {
      double seconds = admission.requireVideo(storage.fetch(job.lectureKey(), work.path()));
      return jobs.submit(jobId, size, seconds);
    }
  }
}
