package org.lecturehighlights.lecture.silence;

import java.util.List;

/**
 * The silences found in the audio of a lecture.
 *
 * @param regions ordered by start, not overlapping, all of kind {@code AUDIO_SILENCE}
 * @param outcome the state of the audio, for cases in which the regions alone would be misleading
 */
public record SilenceAnalysis(List<SilenceRegion> regions, Outcome outcome) {
  public SilenceAnalysis {
    regions = List.copyOf(regions);
  }

  /** The state of the audio as a whole. */
  public enum Outcome {
    SPEECH,
    MICROPHONE_OFF,
    NOBODY_SPEAKS,
    ONE_CHANNEL_DEAD,
    NO_AUDIO_TRACK
  }
}
