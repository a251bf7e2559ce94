package org.lecturehighlights.service.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The place behind one hit.
 *
 * @param score the hit's
 * @param job the number of its job's row; newer jobs come first among equals
 * @param segment the number of its segment's row
 */
record SearchCursor(double score, int job, int segment) {
  /** Before every hit. */
  static final SearchCursor START = new SearchCursor(Double.MAX_VALUE, Integer.MAX_VALUE, 0);

  /** Reads {@link #text}; {@code VALIDATION_ERROR} for anything else. */
  static SearchCursor read(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(" ", 4);
      return new SearchCursor(
          Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          "cursor",
          "Take the cursor from next_cursor of the page before, and keep its q.",
          unreadable);
    }
  }

  /** As clients carry it. */
  String text() {
    String plain = score + " " + job + " " + segment;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
