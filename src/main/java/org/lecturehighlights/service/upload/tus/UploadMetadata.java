package org.lecturehighlights.service.upload.tus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** What a caller says of the bytes that are to come: pairs of a key and a text. */
final class UploadMetadata {
  private static final String HEADER = "Upload-Metadata";

  private final Map<String, String> values;

  private UploadMetadata(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads {@code Upload-Metadata}: pairs joined by commas, each a key and after a blank its value
   * in Base64, which may be missing.
   *
   * @throws Problem {@code VALIDATION_ERROR}
   */
  static UploadMetadata of(@Nullable String header) {
    Map<String, String> values = new HashMap<>();
    if (header == null || header.isBlank()) {
      return new UploadMetadata(values);
    }
    for (String pair : header.split(",", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      if (parts[0].isEmpty() || parts.length > 2) {
        throw invalid("Separate key and value by one blank and pairs by commas.");
      }
      String value = parts.length == 1 ? "" : decoded(parts[1]);
      if (values.put(parts[0], value) != null) {
        throw invalid("Name each key once.");
      }
    }
    return new UploadMetadata(values);
  }

  @Nullable String get(String key) {
    return values.get(key);
  }

  private static String decoded(String value) {
    try {
      return new String(Base64.getDecoder().decode(value), UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid("The values must be in Base64.");
    }
  }

  private static Problem invalid(String detail) {
    return Problem.ofField(ProblemKind.VALIDATION_ERROR, HEADER, detail);
  }
}
