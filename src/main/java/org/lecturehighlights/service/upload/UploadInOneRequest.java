package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
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
import org.lecturehighlights.service.upload.form.ReceivedFile;

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
   * @param key {@code Idempotency-Key}
   */
  Job submit(LectureForm form, @Nullable String key) throws IOException, InterruptedException {
    String jobId = once.once(key, new FormDescription(form), JobIds.next(), id -> queue(form, id));
    return jobs.get(jobId);
  }

  /** Checks all first, then stores and queues. */
  private void queue(LectureForm form, String jobId) throws IOException, InterruptedException {
    ReceivedFile file = form.file();
    if (file == null) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "file", "Attach the lecture as the part named file.");
    }
    Admission.Lecture lecture =
        admission.check(
            UploadProtocol.FORM,
            new Admission.Announced(
                file.name(),
                file.contentType(),
                file.size(),
                () -> settings.read(form.processingConfig(), form.fields()::get)));
    Optional<Path> webVtt = webVtt(form.captions());
    NewJob job = admission.newJob(lecture, jobId, webVtt.map(_ -> UploadKeys.captions(jobId)));
    double seconds = admission.requireVideo(file.path());
    try {
      storage.put(job.lectureKey(), file.path());
      webVtt.ifPresent(captionFile -> captions.store(jobId, captionFile));
      jobs.createAndSubmit(job, seconds);
    } catch (RuntimeException e) {
      storage.deletePrefix(jobId);
      throw e;
    }
  }

  /** Forms send an empty part for a file that was not chosen. */
  private Optional<Path> webVtt(@Nullable ReceivedFile part)
      throws IOException, InterruptedException {
    if (part == null || (part.size() == 0 && part.name().isBlank())) {
      return Optional.empty();
    }
    captions.convert(part.path());
    return Optional.of(part.path());
  }
}
