package org.lecturehighlights.service.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.lecturehighlights.service.job.ProcessingConfig;

/** The fields of a form that are settings, whichever there are. */
final class FormFields {
  private FormFields() {}

  /** The texts of those that were sent, by name in the order of the settings. */
  static SequencedMap<String, String> of(MultipartFormDataInput form) throws IOException {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String name : ProcessingConfig.FORM_FIELDS) {
      Collection<FormValue> values = form.getValues().getOrDefault(name, List.of());
      if (!values.isEmpty()) {
        fields.put(name, text(values.iterator().next()));
      }
    }
    return fields;
  }

  /** Programs may send a text as if it were a file. */
  private static String text(FormValue value) throws IOException {
    if (!value.isFileItem()) {
      return value.getValue();
    }
    try (InputStream bytes = value.getFileItem().getInputStream()) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }
}
