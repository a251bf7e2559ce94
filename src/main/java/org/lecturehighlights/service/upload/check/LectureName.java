package org.lecturehighlights.service.upload.check;

import java.util.regex.Pattern;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The name that a lecturer's file has: 1 to 255 characters, none of which means something to a file
 * system, and an extension of a known format.
 */
public record LectureName(String value, VideoFormat format) {
  private static final int LONGEST = 255;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

  /**
   * Checks a name.
   *
   * @param field of the request that holds it
   * @throws Problem {@code VALIDATION_ERROR} of that field
   */
  public static LectureName of(String name, String field) {
    if (name.isBlank() || name.length() > LONGEST) {
      throw invalid(field, "The file's name must have 1 to 255 characters; rename the file.");
    }
    if (FORBIDDEN.matcher(name).find()) {
      throw invalid(field, "The file's name must not hold any of \\ / : * ? \" < > |; rename it.");
    }
    int dot = name.lastIndexOf('.');
    return VideoFormat.ofExtension(dot <= 0 ? "" : name.substring(dot + 1))
        .map(format -> new LectureName(name, format))
        .orElseThrow(
            () -> invalid(field, "Upload a file that ends in mp4, m4v, mov, avi, mkv or webm."));
  }

  private static Problem invalid(String field, String detail) {
    return Problem.ofField(ProblemKind.VALIDATION_ERROR, field, detail);
  }
}
