package org.lecturehighlights.lecture.layout;

/** A rectangle in pixels of the lecture's picture; all zero if there is none. */
public record Region(int x, int y, int width, int height) {
  public static final Region NONE = new Region(0, 0, 0, 0);

  public boolean isNone() {
    return width == 0 || height == 0;
  }
}
