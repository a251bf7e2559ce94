package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation;

/** Takes a lecture with everything that belongs to it; a refused one leaves nothing behind. */
@Singleton
class UploadInOneRequest {
  private final Admission admission;
  private final FormSettings settings;
  private final CaptionStore captions;
  private final ObjectStorage storage;
  private final JobService jobs;
  private final IdempotentCreation once;

  UploadInOneRequest(
      Admission admission,
      FormSettings settings,
      CaptionStore captions,
      ObjectStorage storage,
      JobService jobs,
      IdempotentCreation once) {
    this.admission = admission;
    this.settings = settings;
    this.captions = captions;
    this.storage = storage;
    this.jobs = jobs;
    this.once = once;
  }

  /**
   * The job; that of the first request, if this one was sent before with the same key.
   *
   * @param fields the fields of settings by name
   * @param key {@code Idempotency-Key}
   */
  Job submit(LectureForm form, Map<String, String> fields, @Nullable String key)
      throws IOException, InterruptedException {
    String jobId =
        once.once(
            key, new FormDescription(form, fields), JobIds.next(), id -> queue(form, fields, id));
    return jobs.get(jobId);
  }

  /** Checks all first, then stores and queues. */
  private void queue(LectureForm form, Map<String, String> fields, String jobId)
      throws IOException, InterruptedException {
    FileUpload file = form.file;
    if (file == null) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "file", "Attach the lecture as the part named file.");
    }
    Admission.Lecture lecture =
        admission.check(
            UploadProtocol.FORM,
            new Admission.Announced(
                file.fileName(),
                file.contentType(),
                file.size(),
                () -> settings.read(form.processingConfig, fields::get)));
    Optional<String> webVtt = webVtt(form.captions);
    NewJob job = admission.newJob(lecture, jobId, webVtt.map(_ -> UploadKeys.captions(jobId)));
    double seconds = admission.requireVideo(file.uploadedFile());
    try {
      storage.put(job.lectureKey(), file.uploadedFile());
      webVtt.ifPresent(text -> captions.store(jobId, text));
      jobs.createAndSubmit(job, seconds);
    } catch (RuntimeException e) {
      storage.deletePrefix(jobId);
      throw e;
    }
  }

  /** Forms send an empty part for a file that was not chosen. */
  private Optional<String> webVtt(@Nullable FileUpload part)
      throws IOException, InterruptedException {
    if (part == null || (part.size() == 0 && String.valueOf(part.fileName()).isBlank())) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(part.uploadedFile())) {
      return Optional.of(captions.convert(bytes));
    }
  }
}
