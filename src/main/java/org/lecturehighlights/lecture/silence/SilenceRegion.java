package org.lecturehighlights.lecture.silence;

import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A stretch without speech, or with a blank screen.
 *
 * @param amplitudeThreshold in dBFS, the level below which audio counted as silent; null for a
 *     blank screen
 */
public record SilenceRegion(Span span, Kind kind, @Nullable Double amplitudeThreshold) {
  /** What is silent; the names are those of the table, in lower case. */
  public enum Kind {
    AUDIO_SILENCE,
    BLANK_SCREEN,
    BOTH
  }
}
