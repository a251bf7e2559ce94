package org.lecturehighlights.service.upload.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Content types without their parameters, in lower case. */
public final class ContentTypes {
  public static final String UNKNOWN = "application/octet-stream";

  private ContentTypes() {}

  public static String plain(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0];
    return type.isBlank() ? UNKNOWN : type.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks that a lecture is announced as a video.
   *
   * @throws Problem {@code VALIDATION_ERROR} of that field
   */
  public static String video(@Nullable String contentType, String field) {
    String type = plain(contentType);
    if (!VideoFormat.isVideoType(type)) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          field,
          "The content type must be that of a video, such as video/mp4.");
    }
    return type;
  }
}
