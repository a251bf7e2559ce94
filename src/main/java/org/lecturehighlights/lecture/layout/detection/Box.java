package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.HEIGHT;
import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

import org.lecturehighlights.lecture.layout.Region;

/** A rectangle in a small gray frame, {@code [left, right) × [top, bottom)}. */
record Box(int left, int top, int right, int bottom) {
  static final Box WHOLE = new Box(0, 0, WIDTH, HEIGHT);
  static final Box NONE = new Box(0, 0, 0, 0);

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  int area() {
    return width() * height();
  }

  boolean isNone() {
    return area() == 0;
  }

  boolean contains(int x, int y) {
    return left <= x && x < right && top <= y && y < bottom;
  }

  private int common(Box other) {
    int across = Math.min(right, other.right) - Math.max(left, other.left);
    int down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return across <= 0 || down <= 0 ? 0 : across * down;
  }

  /** Intersection over union, 0 to 1; 1 for two empty boxes. */
  double overlap(Box other) {
    if (isNone() && other.isNone()) {
      return 1;
    }
    int common = common(other);
    return (double) common / (area() + other.area() - common);
  }

  /** The same rectangle in pixels of the lecture. */
  Region toRegion(int lectureWidth, int lectureHeight) {
    if (isNone()) {
      return Region.NONE;
    }
    int x = Math.round((float) left * lectureWidth / WIDTH);
    int y = Math.round((float) top * lectureHeight / HEIGHT);
    return new Region(
        x,
        y,
        Math.round((float) right * lectureWidth / WIDTH) - x,
        Math.round((float) bottom * lectureHeight / HEIGHT) - y);
  }
}
