package org.lecturehighlights.lecture.highlight;

import java.time.Duration;

/**
 * How many clips a job requests and how long they may be.
 *
 * @param count the maximum, 1 to 20; fewer if the lecture has too few good parts
 * @param shortest minimum playing time, at least a second
 * @param longest maximum playing time, not below {@code shortest}
 */
public record ClipRules(int count, Duration shortest, Duration longest) {
  /** 3 to 8 clips of 20 s to 2 min. */
  public static final ClipRules DEFAULT =
      new ClipRules(8, Duration.ofSeconds(20), Duration.ofMinutes(2));

  public ClipRules {
    if (count < 1
        || count > 20
        || shortest.compareTo(Duration.ofSeconds(1)) < 0
        || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException("no clip can satisfy these rules");
    }
  }
}
