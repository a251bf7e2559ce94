package org.lecturehighlights.lecture.media.render;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A clip to be made.
 *
 * @param lecture the original recording
 * @param kept what is played, by start, not overlapping, at least one
 * @param gainDb for the sound, as {@code Loudness.gainTo} says
 * @param output an MP4 file, replaced if it exists
 */
public record RenderOrder(
    Path lecture, MediaInfo info, List<Span> kept, double gainDb, Path output) {
  public RenderOrder {
    kept = List.copyOf(kept);
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("a clip keeps at least one span");
    }
    for (int i = 1; i < kept.size(); i++) {
      if (kept.get(i).start().compareTo(kept.get(i - 1).end()) < 0) {
        throw new IllegalArgumentException("kept spans overlap or are not in order");
      }
    }
  }

  /** The played length. */
  public Duration length() {
    return kept.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }
}
