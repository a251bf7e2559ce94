package org.lecturehighlights.lecture.highlight;

import java.util.List;

/**
 * The choice for a lecture.
 *
 * @param clips by start, not overlapping
 * @param runnersUp best first: clips that would have come next
 */
public record Highlights(List<Cut> clips, List<Cut> runnersUp) {
  public Highlights {
    clips = List.copyOf(clips);
    runnersUp = List.copyOf(runnersUp);
  }
}
