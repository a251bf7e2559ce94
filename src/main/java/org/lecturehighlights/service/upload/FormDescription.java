package org.lecturehighlights.service.upload;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.idempotency.Fingerprint;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation.Description;

/**
 * What makes two uploads in one request the same.
 *
 * @param fields the fields of settings by name
 */
record FormDescription(LectureForm form, Map<String, String> fields) implements Description {
  private static final String OPERATION = "POST /jobs";

  @Override
  public Fingerprint describe() throws IOException {
    Fingerprint print =
        Fingerprint.of(OPERATION).with(FormSettings.DOCUMENT, form.processingConfig);
    new TreeMap<>(fields).forEach(print::with);
    add(print, "file", form.file);
    add(print, "captions", form.captions);
    return print;
  }

  private static void add(Fingerprint print, String name, @Nullable FileUpload part)
      throws IOException {
    if (part != null) {
      print
          .with(name + ".name", part.fileName())
          .with(name + ".type", part.contentType())
          .with(name)
          .with(part.uploadedFile());
    }
  }

  /** The fields that there were then, one after the other; no setting is ever added here. */
  @Override
  public Fingerprint describeAsBefore() throws IOException {
    Fingerprint print =
        Fingerprint.of(OPERATION)
            .with(form.processingConfig)
            .with(fields.get("prompt"))
            .with(fields.get("clip_count"))
            .with(fields.get("clip_min_seconds"))
            .with(fields.get("clip_max_seconds"));
    for (FileUpload part : new @Nullable FileUpload[] {form.file, form.captions}) {
      print.with(part == null ? null : part.fileName());
      if (part != null) {
        print.with(part.contentType()).with(part.uploadedFile());
      }
    }
    return print;
  }
}
