package org.lecturehighlights.lecture.highlight;

import java.util.List;

/**
 * The clips selected from a lecture.
 *
 * @param clips ordered by start, not overlapping
 * @param runnersUp the clips that would have come next, best first
 */
public record Highlights(List<Cut> clips, List<Cut> runnersUp) {
  public Highlights {
    clips = List.copyOf(clips);
    runnersUp = List.copyOf(runnersUp);
  }
}
