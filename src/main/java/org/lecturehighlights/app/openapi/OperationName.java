package org.lecturehighlights.app.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The name that client generators give an operation's method, made from method and path. */
final class OperationName {
  private static final String ROOT = "/api/v1/";

  private OperationName() {}

  /** For instance {@code getJobLayoutAnalysis} for {@code GET /api/v1/jobs/{job_id}/layout-…}. */
  static String of(String method, String path) {
    String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    List<String> words = new ArrayList<>();
    for (String part : below.split("/", -1)) {
      if (!part.startsWith("{")) {
        words.addAll(List.of(part.split("[^A-Za-z0-9]+", -1)));
      } else if (!words.isEmpty()) {
        words.addLast(oneOf(words.removeLast()));
      }
    }
    StringBuilder name = new StringBuilder(method.toLowerCase(Locale.ROOT));
    words.stream()
        .filter(word -> !word.isEmpty())
        .forEach(word ->
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length()));
    return name.toString();
  }

  private static String oneOf(String plural) {
    return plural.endsWith("s") && !plural.endsWith("ss")
        ? plural.substring(0, plural.length() - 1)
        : plural;
  }
}
