package org.lecturehighlights.lecture.layout;

/** How screen and camera share the picture; the table stores the names in lower case. */
public enum LayoutType {
  SIDE_BY_SIDE,
  PICTURE_IN_PICTURE,
  SCREEN_ONLY,
  CAMERA_ONLY
}
