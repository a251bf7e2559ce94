package org.lecturehighlights.lecture.layout.detection;

import java.util.BitSet;
import org.lecturehighlights.lecture.layout.LayoutSpan;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.media.decode.GrayFrames;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The layout during about a minute, in pixels of the small frames.
 *
 * @param camera the camera, or {@link Box#NONE}
 * @param screen the screen, or {@link Box#NONE}
 */
record WindowLayout(LayoutType type, Box screen, Box camera) {
  /** A camera with at least this share of the picture leaves no space for a screen. */
  private static final double CAMERA_ONLY = 0.6;

  /** A row or column belongs to the picture if more than this share of it is lit. */
  private static final double LIT_SHARE = 0.02;

  /** If less than this share is lit, it is a dark slide rather than a picture with black bars. */
  private static final double LARGEST_BARS = 0.5;

  /** A strip next to the camera with a smaller share of the picture is not a screen. */
  private static final double SMALLEST_SCREEN = 0.3;

  /**
   * Determines what the parts of the picture are.
   *
   * @param picture the pixels that are lit at some time, by index into the frame
   */
  static WindowLayout of(BitSet picture, Box camera) {
    Box lit = litBox(picture);
    if (camera.isNone()) {
      return new WindowLayout(LayoutType.SCREEN_ONLY, lit, Box.NONE);
    }
    if (camera.area() >= CAMERA_ONLY * lit.area()) {
      return new WindowLayout(LayoutType.CAMERA_ONLY, Box.NONE, camera);
    }
    Box beside = beside(lit, camera);
    if (beside.area() >= SMALLEST_SCREEN * lit.area() && isAlone(picture, lit, camera, beside)) {
      return new WindowLayout(LayoutType.SIDE_BY_SIDE, trim(picture, beside), camera);
    }
    return new WindowLayout(LayoutType.PICTURE_IN_PICTURE, lit, camera);
  }

  private static Box litBox(BitSet picture) {
    Box box = trim(picture, Box.WHOLE);
    return box.area() < LARGEST_BARS * Box.WHOLE.area() ? Box.WHOLE : box;
  }

  /** Removes black bars at the sides. */
  private static Box trim(BitSet picture, Box box) {
    int left = box.left();
    int top = box.top();
    int right = box.right();
    int bottom = box.bottom();
    while (left < right && !lit(picture, new Box(left, box.top(), left + 1, box.bottom()))) {
      left++;
    }
    while (left < right && !lit(picture, new Box(right - 1, box.top(), right, box.bottom()))) {
      right--;
    }
    while (top < bottom && !lit(picture, new Box(box.left(), top, box.right(), top + 1))) {
      top++;
    }
    while (top < bottom && !lit(picture, new Box(box.left(), bottom - 1, box.right(), bottom))) {
      bottom--;
    }
    Box trimmed = new Box(left, top, right, bottom);
    return trimmed.isNone() ? box : trimmed;
  }

  private static boolean lit(BitSet picture, Box box) {
    int count = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        count += picture.get(y * GrayFrames.WIDTH + x) ? 1 : 0;
      }
    }
    return count > LIT_SHARE * box.area();
  }

  /** The space next to the camera, on its wider side. */
  private static Box beside(Box lit, Box camera) {
    return camera.left() - lit.left() >= lit.right() - camera.right()
        ? new Box(lit.left(), lit.top(), Math.max(camera.left(), lit.left()), lit.bottom())
        : new Box(camera.right(), lit.top(), Math.max(lit.right(), camera.right()), lit.bottom());
  }

  /**
   * Whether nothing but the camera is on its side of the picture: it takes the whole height, or the
   * areas above and below it stay dark and empty.
   */
  private static boolean isAlone(BitSet picture, Box lit, Box camera, Box beside) {
    int left = beside.left() > camera.left() ? lit.left() : camera.left();
    int right = beside.left() > camera.left() ? camera.right() : lit.right();
    if (camera.height() >= 0.85 * lit.height()) {
      return true;
    }
    Box above = new Box(left, lit.top(), right, Math.max(lit.top(), camera.top() - 1));
    Box below = new Box(left, Math.min(lit.bottom(), camera.bottom() + 1), right, lit.bottom());
    return isPlain(picture, above) && isPlain(picture, below);
  }

  /** A dark surface without anything on it. */
  private static boolean isPlain(BitSet picture, Box box) {
    return box.isNone() || box.height() <= 2 || !lit(picture, box);
  }

  /** Share of the picture's width (side by side) or area (otherwise) that the screen takes. */
  double splitRatio() {
    return switch (type) {
      case SIDE_BY_SIDE -> (double) screen.width() / (screen.width() + camera.width());
      case PICTURE_IN_PICTURE -> 1 - (double) camera.area() / Math.max(1, screen.area());
      case SCREEN_ONLY -> 1;
      case CAMERA_ONLY -> 0;
    };
  }

  /** Whether both have the same layout, apart from a few pixels. */
  boolean agreesWith(WindowLayout other) {
    return type == other.type && camera.overlap(other.camera) >= 0.6;
  }

  LayoutSpan at(Span span, int lectureWidth, int lectureHeight) {
    return new LayoutSpan(
        span,
        type,
        screen.toRegion(lectureWidth, lectureHeight),
        camera.toRegion(lectureWidth, lectureHeight));
  }
}
