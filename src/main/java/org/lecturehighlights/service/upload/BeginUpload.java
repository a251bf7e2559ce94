package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation;
import org.lecturehighlights.service.upload.check.UploadConfig;

/** Writes a job that waits for its bytes. */
@Singleton
public class BeginUpload {
  private final UploadConfig config;
  private final Admission admission;
  private final ObjectStorage storage;
  private final JobService jobs;
  private final IdempotentCreation once;

  BeginUpload(
      UploadConfig config,
      Admission admission,
      ObjectStorage storage,
      JobService jobs,
      IdempotentCreation once) {
    this.config = config;
    this.admission = admission;
    this.storage = storage;
    this.jobs = jobs;
    this.once = once;
  }

  /**
   * The job of an announcement; that of the first request, if this one was sent before with the
   * same key.
   *
   * @param key {@code Idempotency-Key}
   * @throws Problem {@code VALIDATION_ERROR}, {@code TOO_MANY_UPLOADS} or {@code STORAGE_FULL}
   */
  Job begin(UploadRequest request, @Nullable String key) throws IOException, InterruptedException {
    return begin(
        request,
        key,
        () ->
            admission.check(
                UploadProtocol.ANNOUNCEMENT,
                new Admission.Announced(
                    request.filename(),
                    request.contentType(),
                    request.fileSize(),
                    request::config)));
  }

  /** The same for a lecture that was checked before. */
  public Job begin(Admission.Lecture lecture, @Nullable String key)
      throws IOException, InterruptedException {
    return begin(
        new UploadRequest(
            lecture.name().value(), lecture.size(), lecture.contentType(), lecture.settings()),
        key,
        () -> lecture);
  }

  private Job begin(
      UploadRequest request, @Nullable String key, Supplier<Admission.Lecture> lecture)
      throws IOException, InterruptedException {
    String jobId =
        once.once(
            key,
            new AnnouncementDescription(request),
            JobIds.next(),
            id ->
                jobs.create(
                    admission.newJob(lecture.get(), id, Optional.empty()), config.maxOpen()));
    return jobs.get(jobId);
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
