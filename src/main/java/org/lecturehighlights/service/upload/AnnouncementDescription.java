package org.lecturehighlights.service.upload;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.job.idempotency.Fingerprint;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation.Description;

/** What makes two announcements the same. */
record AnnouncementDescription(UploadRequest request) implements Description {
  private static final String OPERATION = "POST /upload";

  @Override
  public Fingerprint describe() {
    Fingerprint print =
        Fingerprint.of(OPERATION)
            .with("filename", request.filename())
            .with("file_size", request.fileSize())
            .with("content_type", request.contentType());
    new TreeMap<>(request.config().given()).forEach(print::with);
    return print;
  }

  /** The texts of the records as they were then; no setting is ever added here. */
  @Override
  public Fingerprint describeAsBefore() {
    return Fingerprint.of(OPERATION)
        .with(
            "UploadRequest[filename=%s, fileSize=%s, contentType=%s, processingConfig=%s]"
                .formatted(
                    request.filename(),
                    request.fileSize(),
                    request.contentType(),
                    text(request.processingConfig())));
  }

  private static @Nullable String text(@Nullable ProcessingConfig config) {
    return config == null
        ? null
        : ("ProcessingConfig[prompt=%s, resolution=%s, processingMode=%s, rateLimitMode=%s,"
                + " clipCount=%s, clipMinSeconds=%s, clipMaxSeconds=%s]")
            .formatted(
                config.prompt(),
                config.resolution(),
                config.processingMode(),
                config.rateLimitMode(),
                config.clipCount(),
                config.clipMinSeconds(),
                config.clipMaxSeconds());
  }
}
