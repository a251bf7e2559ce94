package org.lecturehighlights.lecture.layout;

/** A rectangle of the picture in pixels of the lecture; all zero where there is none. */
public record Region(int x, int y, int width, int height) {
  public static final Region NONE = new Region(0, 0, 0, 0);

  public boolean isNone() {
    return width == 0 || height == 0;
  }
}
