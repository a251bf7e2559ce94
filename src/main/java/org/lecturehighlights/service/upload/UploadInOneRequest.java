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
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation;
import org.lecturehighlights.service.upload.check.ContentTypes;
import org.lecturehighlights.service.upload.check.LectureCheck;
import org.lecturehighlights.service.upload.check.LectureName;

/** Takes a lecture with everything that belongs to it; a refused one leaves nothing behind. */
@Singleton
class UploadInOneRequest {
  private final LectureCheck check;
  private final FormSettings settings;
  private final CaptionStore captions;
  private final ObjectStorage storage;
  private final JobService jobs;
  private final IdempotentCreation once;

  UploadInOneRequest(
      LectureCheck check,
      FormSettings settings,
      CaptionStore captions,
      ObjectStorage storage,
      JobService jobs,
      IdempotentCreation once) {
    this.check = check;
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
    LectureName name = LectureName.of(String.valueOf(file.fileName()), "file");
    String contentType = contentType(file, name);
    ProcessingConfig config = settings.read(form.processingConfig, fields::get);
    long size = file.size();
    check.requireSize(size);
    Optional<String> webVtt = webVtt(form.captions);
    double seconds = check.requireVideo(file.uploadedFile());

    String key = UploadKeys.lecture(jobId, name.format());
    try {
      storage.put(key, file.uploadedFile());
      Optional<String> captionsKey = webVtt.map(text -> captions.store(jobId, text));
      jobs.createAndSubmit(
          new NewJob(jobId, name.value(), size, contentType, key, captionsKey, config), seconds);
    } catch (RuntimeException e) {
      storage.deletePrefix(jobId);
      throw e;
    }
  }

  /** Browsers and programs that do not know the type leave it open; the content decides. */
  private static String contentType(FileUpload file, LectureName name) {
    return ContentTypes.plain(file.contentType()).equals(ContentTypes.UNKNOWN)
        ? name.format().contentType()
        : ContentTypes.video(file.contentType(), "file");
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
