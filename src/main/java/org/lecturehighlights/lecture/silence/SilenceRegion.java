package org.lecturehighlights.lecture.silence;

import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A part of the lecture without speech, or with a blank screen.
 *
 * @param amplitudeThreshold in dBFS, the level below which audio counted as silent; null for a
 *     blank screen
 */
public record SilenceRegion(Span span, Kind kind, @Nullable Double amplitudeThreshold) {
  /** The kind of silence; the table stores the names in lower case. */
  public enum Kind {
    AUDIO_SILENCE,
    BLANK_SCREEN,
    BOTH
  }
}
