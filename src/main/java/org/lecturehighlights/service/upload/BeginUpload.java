package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation;
import org.lecturehighlights.service.upload.check.ContentTypes;
import org.lecturehighlights.service.upload.check.LectureCheck;
import org.lecturehighlights.service.upload.check.LectureName;
import org.lecturehighlights.service.upload.check.UploadConfig;

/** Writes a job that waits for its bytes. */
@Singleton
public class BeginUpload {
  private final UploadConfig config;
  private final LectureCheck check;
  private final ObjectStorage storage;
  private final JobService jobs;
  private final IdempotentCreation once;

  BeginUpload(
      UploadConfig config,
      LectureCheck check,
      ObjectStorage storage,
      JobService jobs,
      IdempotentCreation once) {
    this.config = config;
    this.check = check;
    this.storage = storage;
    this.jobs = jobs;
    this.once = once;
  }

  /**
   * The job; that of the first request, if this one was sent before with the same key.
   *
   * @param key {@code Idempotency-Key}
   * @throws Problem {@code VALIDATION_ERROR}, {@code TOO_MANY_UPLOADS} or {@code STORAGE_FULL}
   */
  public Job begin(UploadRequest request, @Nullable String key)
      throws IOException, InterruptedException {
    String jobId =
        once.once(
            key,
            new AnnouncementDescription(request),
            JobIds.next(),
            id -> write(request, id));
    return jobs.get(jobId);
  }

  private void write(UploadRequest request, String jobId) {
    LectureName name = LectureName.of(request.filename(), "filename");
    String contentType = ContentTypes.video(request.contentType(), "content_type");
    if (request.fileSize() > check.largest()) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          "file_size",
          "The file is larger than %d bytes; export it smaller.".formatted(check.largest()));
    }
    jobs.requireFewerPendingThan(config.maxOpen());
    check.requireRoom(request.fileSize());
    jobs.create(
        new NewJob(
            jobId,
            name.value(),
            request.fileSize(),
            contentType,
            UploadKeys.lecture(jobId, name.format()),
            Optional.empty(),
            request.config()));
  }

  /**
   * Where the storage takes the announced bytes without this server, if it does. Whoever has the
   * address may replace the bytes while it works, even after the confirmation: they are nobody's
   * but his, and every stage treats them as hostile anyway.
   */
  Optional<URI> directAddress(Job job) {
    return storage.addressToWrite(
        job.lectureKey(), job.contentType(), job.fileSize(), config.expiresAfter());
  }

  long expiresInSeconds() {
    return config.expiresAfter().toSeconds();
  }
}
