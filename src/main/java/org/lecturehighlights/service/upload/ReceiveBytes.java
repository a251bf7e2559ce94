package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.upload.check.UploadConfig;

/** Takes the bytes of an announced lecture, as often as they are sent before the confirmation. */
@Singleton
class ReceiveBytes {
  private final UploadConfig config;
  private final Admission admission;
  private final CaptionStore captions;
  private final ObjectStorage storage;
  private final JobService jobs;
  private final Clock clock;

  ReceiveBytes(
      UploadConfig config,
      Admission admission,
      CaptionStore captions,
      ObjectStorage storage,
      JobService jobs,
      Clock clock) {
    this.config = config;
    this.admission = admission;
    this.captions = captions;
    this.storage = storage;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** The bytes take their place only if the job still waits for them when the last one is here. */
  void lecture(String jobId, @Nullable String contentType, InputStream bytes) {
    Job job = waiting(jobId);
    admission.requireAnnounced(contentType, job.contentType());
    admission.requireRoom(job.fileSize());
    String arriving = UploadKeys.unconfirmed(jobId, UUID.randomUUID().toString());
    try {
      storage.put(arriving, bytes, job.fileSize());
      waiting(jobId);
      storage.move(arriving, job.lectureKey());
    } finally {
      storage.deletePrefix(arriving);
    }
  }

  void captions(String jobId, InputStream bytes) throws IOException, InterruptedException {
    waiting(jobId);
    // First the bytes: a job never names captions that are not there.
    jobs.setCaptions(jobId, captions.store(jobId, bytes));
  }

  private Job waiting(String jobId) {
    Job job = jobs.get(jobId);
    if (job.status() != JobStatus.PENDING) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT,
          "The job has all its bytes; start a new upload for other ones.");
    }
    if (job.createdAt().plus(config.expiresAfter()).isBefore(clock.instant())) {
      throw Problem.of(ProblemKind.UPLOAD_EXPIRED, "The upload began too late; announce it again.");
    }
    return job;
  }
}
