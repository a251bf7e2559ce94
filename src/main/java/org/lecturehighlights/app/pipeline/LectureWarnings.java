package org.lecturehighlights.app.pipeline;

import java.util.List;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.platform.problem.Warning;

/** The warnings that readers of a finished lecture see; their codes are stable. */
final class LectureWarnings {
  private LectureWarnings() {}

  static List<Warning> ofTruncation(boolean truncated) {
    return truncated
        ? List.of(
            new Warning(
                "TRUNCATED_VIDEO",
                "The file is shorter than it declares. Only the part that could be read was used."))
        : List.of();
  }

  static List<Warning> of(SilenceAnalysis.Outcome outcome) {
    return switch (outcome) {
      case SPEECH -> List.of();
      case MICROPHONE_OFF ->
          List.of(
              new Warning(
                  "MICROPHONE_OFF", "The sound track is silent from beginning to " + "end."));
      case NOBODY_SPEAKS ->
          List.of(new Warning("NOBODY_SPEAKS", "There is sound, but no speech was found."));
      case ONE_CHANNEL_DEAD ->
          List.of(
              new Warning(
                  "ONE_CHANNEL_DEAD", "One sound channel is silent. The other one was " + "used."));
      case NO_AUDIO_TRACK ->
          List.of(
              new Warning(
                  "NO_AUDIO_TRACK", "The video has no sound track, so its clips are " + "silent."));
    };
  }

  static List<Warning> of(Transcript.Source source) {
    return source == Transcript.Source.NONE
        ? List.of(
            new Warning(
                "NO_TRANSCRIPT",
                "There are no captions and no speech was recognised. The clips were chosen by "
                    + "pauses, slides and layout alone and have no subtitles."))
        : List.of();
  }

  static List<Warning> ofUnreadableTrack(String reason) {
    return List.of(
        new Warning(
            "EMBEDDED_CAPTIONS_UNREADABLE",
            "The video has captions that could not be used: " + reason));
  }

  static List<Warning> ofRefusedSpeech(String reason) {
    return List.of(new Warning("SPEECH_REFUSED", "No speech was recognised: " + reason));
  }

  static List<Warning> of(LayoutAnalysis layout) {
    return layout.frozen()
        ? List.of(
            new Warning("FROZEN_VIDEO", "The picture never changes, so no slides were found."))
        : List.of();
  }

  static List<Warning> of(Highlights highlights, ClipRules rules) {
    return highlights.clips().isEmpty()
        ? List.of(
            new Warning(
                "NO_CLIPS",
                "No part of the lecture is suitable for a clip of at least "
                    + Math.round(Seconds.of(rules.shortest()))
                    + " seconds."))
        : List.of();
  }
}
