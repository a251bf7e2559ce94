package org.lecturehighlights.service.upload.tus;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.upload.Admission;
import org.lecturehighlights.service.upload.ConfirmUpload;

/** Checks the bytes of an upload that has them all, stores them and queues the job. */
@Singleton
class FinishUpload {
  /** From here on it is our failure, not the lecture's. */
  private static final int FIRST_OF_OURS = 500;

  private final Admission admission;
  private final ObjectStorage storage;
  private final ConfirmUpload confirm;
  private final JobService jobs;

  FinishUpload(Admission admission, ObjectStorage storage, ConfirmUpload confirm, JobService jobs) {
    this.admission = admission;
    this.storage = storage;
    this.confirm = confirm;
    this.jobs = jobs;
  }

  /** Whether the bytes were stored, but a crash came before the job was queued. */
  boolean isStored(Job job) {
    return storage.size(job.lectureKey()).filter(size -> size == job.fileSize()).isPresent();
  }

  /**
   * The job, queued. A lecture that is refused fails the job with the reason, so that somebody who
   * missed the answer finds it there; after a failure of ours the upload stays as it is.
   */
  Job finish(Job job, PartialFile file) throws IOException, InterruptedException {
    if (!Files.exists(file.path())) {
      return confirm.confirm(job.jobId());
    }
    double seconds;
    try {
      seconds = admission.requireVideo(file.path());
    } catch (Problem refused) {
      if (refused.kind().status() < FIRST_OF_OURS) {
        jobs.failPending(job.jobId(), refused);
        file.discard();
        storage.deletePrefix(job.jobId());
      }
      throw refused;
    }
    storage.put(job.lectureKey(), file.path());
    return jobs.submit(job.jobId(), job.fileSize(), seconds);
  }
}
