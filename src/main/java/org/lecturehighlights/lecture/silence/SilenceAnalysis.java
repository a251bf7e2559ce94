package org.lecturehighlights.lecture.silence;

import java.util.List;

/**
 * What the audio of a lecture tells about silence.
 *
 * @param regions by start, not overlapping, each of kind {@code AUDIO_SILENCE}
 * @param outcome a name for the cases in which the regions alone would mislead
 */
public record SilenceAnalysis(List<SilenceRegion> regions, Outcome outcome) {
  public SilenceAnalysis {
    regions = List.copyOf(regions);
  }

  /** How the audio as a whole is. */
  public enum Outcome {
    SPEECH,
    MICROPHONE_OFF,
    NOBODY_SPEAKS,
    ONE_CHANNEL_DEAD,
    NO_AUDIO_TRACK
  }
}
