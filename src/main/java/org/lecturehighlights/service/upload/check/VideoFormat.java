package org.lecturehighlights.service.upload.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What lectures may be called: the predecessor's list and M4V, which is MP4 from Apple's programs.
 * The first content type is the registered one, the others are what browsers send as well.
 */
public enum VideoFormat {
  MP4("video/mp4"),
  M4V("video/x-m4v"),
  MOV("video/quicktime"),
  AVI("video/x-msvideo", "video/avi", "video/msvideo"),
  MKV("video/x-matroska", "video/matroska"),
  WEBM("video/webm");

  private final String[] contentTypes;

  VideoFormat(String... contentTypes) {
    this.contentTypes = contentTypes;
  }

  static Optional<VideoFormat> ofExtension(String extension) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equalsIgnoreCase(extension))
        .findFirst();
  }

  /** Some recorders give these types to the files above. */
  static boolean isVideoType(String contentType) {
    return contentType.equals("video/mpeg")
        || contentType.equals("video/x-ms-wmv")
        || Arrays.stream(values())
            .flatMap(format -> Arrays.stream(format.contentTypes))
            .anyMatch(contentType::equals);
  }

  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String contentType() {
    return contentTypes[0];
  }
}
