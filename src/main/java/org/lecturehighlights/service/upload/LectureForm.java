package org.lecturehighlights.service.upload;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of an upload in one request; all but the file may be missing. */
public class LectureForm {
  @RestForm("file")
  @Nullable FileUpload file;

  @RestForm("captions")
  @Nullable FileUpload captions;

  /** JSON, as in the announcement of an upload. */
  @RestForm("processing_config")
  @Nullable String processingConfig;

  @RestForm("prompt")
  @Nullable String prompt;

  @RestForm("clip_count")
  @Nullable String clipCount;

  @RestForm("clip_min_seconds")
  @Nullable String clipMinSeconds;

  @RestForm("clip_max_seconds")
  @Nullable String clipMaxSeconds;

  @Nullable String setting(String name) {
    return switch (name) {
      case "processing_config" -> processingConfig;
      case "prompt" -> prompt;
      case "clip_count" -> clipCount;
      case "clip_min_seconds" -> clipMinSeconds;
      case "clip_max_seconds" -> clipMaxSeconds;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
