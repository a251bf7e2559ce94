package org.lecturehighlights.service.upload;

import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.idempotency.Fingerprint;
import org.lecturehighlights.service.job.idempotency.IdempotentCreation.Description;
import org.lecturehighlights.service.upload.form.ReceivedFile;

/** What makes two uploads in one request the same. */
record FormDescription(LectureForm form) implements Description {
  private static final String OPERATION = "POST /jobs";

  @Override
  public Fingerprint describe() throws IOException {
    Fingerprint print =
        Fingerprint.of(OPERATION).with(FormSettings.DOCUMENT, form.processingConfig());
    new TreeMap<>(form.fields()).forEach(print::with);
    add(print, "file", form.file());
    add(print, "captions", form.captions());
    return print;
  }

  private static void add(Fingerprint print, String name, @Nullable ReceivedFile part)
      throws IOException {
    if (part != null) {
      print
          .with(name + ".name", part.name())
          .with(name + ".type", part.contentType())
          .with(name)
          .with(part.path());
    }
  }

  /** The fields that there were then, one after the other; no setting is ever added here. */
  @Override
  public Fingerprint describeAsBefore() throws IOException {
    Fingerprint print =
        Fingerprint.of(OPERATION)
            .with(form.processingConfig())
            .with(form.fields().get("prompt"))
            .with(form.fields().get("clip_count"))
            .with(form.fields().get("clip_min_seconds"))
            .with(form.fields().get("clip_max_seconds"));
    for (ReceivedFile part : new @Nullable ReceivedFile[] {form.file(), form.captions()}) {
      print.with(part == null ? null : part.name());
      if (part != null) {
        print.with(part.contentType()).with(part.path());
      }
    }
    return print;
  }
}
