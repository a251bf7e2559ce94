package org.lecturehighlights.shipping;

import java.util.regex.Pattern;

/** Names of container images. */
final class ImageName {
  private static final Pattern TAGGED = Pattern.compile(".+:[^:/]+");

  private ImageName() {}

  /** Whether it is a digest or a tag that does not wander with every release. */
  static boolean isPinned(String image) {
    return image.contains("@sha256:")
        || (TAGGED.matcher(image).matches() && !image.matches(".*:latest(-.*)?"));
  }
}
