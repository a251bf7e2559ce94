package org.lecturehighlights.service.upload;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.upload.form.ReceivedFile;
import org.lecturehighlights.service.upload.form.ReceivedForm;
import org.lecturehighlights.service.upload.form.WantedParts;

/**
 * An upload in one request; all but the file may be missing.
 *
 * @param processingConfig JSON, as in the announcement of an upload
 * @param fields the texts of those settings that were sent as fields, in the order of the settings
 */
record LectureForm(
    @Nullable ReceivedFile file,
    @Nullable ReceivedFile captions,
    @Nullable String processingConfig,
    SequencedMap<String, String> fields,
    Closeable files)
    implements Closeable {
  static final String FILE = "file";
  static final String CAPTIONS = "captions";

  static LectureForm of(ReceivedForm form) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String name : ProcessingConfig.FORM_FIELDS) {
      String text = form.text(name);
      if (text != null) {
        fields.put(name, text);
      }
    }
    return new LectureForm(
        form.file(FILE), form.file(CAPTIONS), form.text(FormSettings.DOCUMENT), fields, form);
  }

  static WantedParts parts(long largestLecture) {
    Set<String> texts = new LinkedHashSet<>(ProcessingConfig.FORM_FIELDS);
    texts.add(FormSettings.DOCUMENT);
    return new WantedParts(
        Map.of(FILE, largestLecture, CAPTIONS, (long) Captions.LARGEST_BYTES), texts);
  }

  /** Takes the files away that nobody has moved. */
  @Override
  public void close() throws IOException {
    files.close();
  }
}
