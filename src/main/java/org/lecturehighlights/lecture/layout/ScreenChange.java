package org.lecturehighlights.lecture.layout;

import java.time.Duration;

/**
 * A change of the screen.
 *
 * @param changed share of the screen's pixels that changed, 0 to 1
 */
public record ScreenChange(Duration at, Kind kind, double changed) {
  /** A new slide replaces the old content; a bullet only adds to it. */
  public enum Kind {
    NEW_SLIDE,
    BULLET
  }
}
