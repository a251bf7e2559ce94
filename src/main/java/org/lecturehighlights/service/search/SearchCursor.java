package org.lecturehighlights.service.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The position after one hit.
 *
 * @param score the score of the hit
 * @param job the id of the job's row; among equal scores newer jobs come first
 * @param segment the id of the segment's row
 */
record SearchCursor(double score, int job, int segment) {
  /** The position before all hits. */
  static final SearchCursor START = new SearchCursor(Double.MAX_VALUE, Integer.MAX_VALUE, 0);

  /** Parses {@link #text}; {@code VALIDATION_ERROR} for any other text. */
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
          "Use next_cursor of the previous page as the cursor, and keep the same q.",
          unreadable);
    }
  }

  /** The form that clients receive and send back. */
  String text() {
    String plain = score + " " + job + " " + segment;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
