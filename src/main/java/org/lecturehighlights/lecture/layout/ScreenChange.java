package org.lecturehighlights.lecture.layout;

import java.time.Duration;

/**
 * A moment at which the screen changes.
 *
 * @param changed share of the screen's pixels that changed, 0 to 1
 */
public record ScreenChange(Duration at, Kind kind, double changed) {
  /** A new slide replaces old ink; a bullet only adds to it. */
  public enum Kind {
    NEW_SLIDE,
    BULLET
  }
}
