package org.lecturehighlights.service.upload.tus;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.upload.Admission;
import org.lecturehighlights.service.upload.BeginUpload;
import org.lecturehighlights.service.upload.FormSettings;
import org.lecturehighlights.service.upload.UploadProtocol;
import org.lecturehighlights.service.upload.check.UploadConfig;

/** Begins, continues and ends uploads. */
@Singleton
class ResumableUploads {
  private final UploadConfig config;
  private final Admission admission;
  private final FormSettings settings;
  private final BeginUpload begin;
  private final FinishUpload finish;
  private final PartialFiles files;
  private final ObjectStorage storage;
  private final JobService jobs;

  ResumableUploads(
      UploadConfig config,
      Admission admission,
      FormSettings settings,
      BeginUpload begin,
      FinishUpload finish,
      PartialFiles files,
      ObjectStorage storage,
      JobService jobs) {
    this.config = config;
    this.admission = admission;
    this.settings = settings;
    this.begin = begin;
    this.finish = finish;
    this.files = files;
    this.storage = storage;
    this.jobs = jobs;
  }

  /**
   * How an upload stands.
   *
   * @param offset bytes that are here
   * @param length bytes that it will have
   * @param expires when it is forgotten unless bytes come
   * @param said {@code Upload-Metadata} of its beginning
   */
  record Standing(String jobId, long offset, long length, Instant expires, Optional<String> said) {}

  /**
   * Writes a job that waits for its bytes, if these may come at all.
   *
   * @param key with which the same beginning may be sent again
   */
  Standing create(long length, @Nullable String said, @Nullable String key)
      throws IOException, InterruptedException {
    UploadMetadata metadata = UploadMetadata.of(said);
    // A header of its own, and a protocol's client may look at it alone.
    admission.requireSize(length);
    Admission.Lecture lecture =
        admission.check(
            UploadProtocol.RESUMABLE,
            new Admission.Announced(
                metadata.get("filename"),
                metadata.get("filetype"),
                length,
                () -> settings.read(metadata.get(FormSettings.DOCUMENT), metadata::get)));
    requireRoom(length);
    Job job = begin.begin(lecture, key);
    long offset = key == null ? 0 : offset(job);
    if (said != null && job.status() == JobStatus.PENDING) {
      files.remember(job.jobId(), said);
    }
    return standing(job, offset);
  }

  Standing find(String jobId) throws IOException {
    Job job = jobs.get(jobId);
    return standing(job, offset(job));
  }

  /**
   * Adds bytes; with the last one the lecture is checked and its job queued. A request without
   * bytes at the end of an upload tries that again, if it could not be done before.
   *
   * @param offset where the caller takes the upload to end
   * @param declared bytes of this request, if it says so
   */
  Standing append(
      String jobId,
      long offset,
      InputStream bytes,
      Optional<Long> declared,
      @Nullable Checksum checksum)
      throws IOException, InterruptedException {
    Job job = jobs.get(jobId);
    requireSame(offset, offset(job));
    if (job.status() != JobStatus.PENDING) {
      requireRest(declared.orElse(0L), 0);
      return standing(job, offset);
    }
    try (PartialFile file = files.hold(jobId)) {
      job = jobs.touchPending(jobId);
      requireSame(offset, offset(job));
      long rest = job.fileSize() - offset;
      requireRest(declared.orElse(0L), rest);
      long end = offset;
      if (rest > 0) {
        requireRoom(rest);
        end = file.append(offset, bytes, rest, checksum);
      }
      return standing(
          end == job.fileSize() ? finish.finish(job, file) : jobs.touchPending(jobId), end);
    }
  }

  /** Ends an unfinished upload; nothing of it stays. */
  void terminate(String jobId) throws IOException {
    requireNotGone(jobs.get(jobId));
    try (PartialFile file = files.hold(jobId)) {
      jobs.withdrawPending(jobId);
      file.discard();
      storage.deletePrefix(jobId);
    }
  }

  private long offset(Job job) throws IOException {
    if (job.status() != JobStatus.PENDING) {
      requireNotGone(job);
      return job.fileSize();
    }
    return files.has(job.jobId()) || !finish.isStored(job)
        ? files.size(job.jobId())
        : job.fileSize();
  }

  /** Jobs that were once queued had all their bytes, whatever became of them. */
  private static void requireNotGone(Job job) {
    if (job.status().isFinal() && job.videoDuration() == null) {
      String why = job.errorMessage() == null ? "" : " It was refused: " + job.errorMessage();
      throw Problem.of(ProblemKind.UPLOAD_EXPIRED, "The upload has ended; begin a new one." + why);
    }
  }

  private static void requireSame(long told, long known) {
    if (told != known) {
      throw Problem.of(
          ProblemKind.UPLOAD_OFFSET_CONFLICT,
          "The upload has %d bytes, not %d; go on from there.".formatted(known, told));
    }
  }

  private static void requireRest(long declared, long rest) {
    if (declared > rest) {
      throw Problem.of(
          ProblemKind.FILE_TOO_LARGE,
          "Upload-Length leaves room for %d more bytes; begin a new upload.".formatted(rest));
    }
  }

  private void requireRoom(long bytes) throws IOException {
    admission.requireRoom(bytes, files.usableSpace());
  }

  private Standing standing(Job job, long offset) throws IOException {
    return new Standing(
        job.jobId(),
        offset,
        job.fileSize(),
        job.updatedAt().plus(config.forgetAfter()),
        files.said(job.jobId()));
  }
}
