package org.lecturehighlights.app.pipeline.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.Transcript;

/**
 * What the reader of a finished lecture should know.
 *
 * @param code stable, upper case
 * @param message a sentence
 */
public record Notice(String code, String message) {

  public static List<Notice> of(Recording recording) {
    return recording.truncated()
        ? List.of(
            new Notice(
                "TRUNCATED_VIDEO",
                "The file ends earlier than it says; only what could be read was used."))
        : List.of();
  }

  public static Optional<Notice> of(SilenceAnalysis.Outcome outcome) {
    return switch (outcome) {
      case SPEECH -> Optional.empty();
      case MICROPHONE_OFF ->
          Optional.of(new Notice("MICROPHONE_OFF", "The sound track is silent from end to end."));
      case NOBODY_SPEAKS ->
          Optional.of(new Notice("NOBODY_SPEAKS", "There is sound, but nobody seems to speak."));
      case ONE_CHANNEL_DEAD ->
          Optional.of(
              new Notice("ONE_CHANNEL_DEAD", "One channel is silent; the other one was used."));
      case NO_AUDIO_TRACK ->
          Optional.of(
              new Notice("NO_AUDIO_TRACK", "The video has no sound track; its clips are silent."));
    };
  }

  public static Optional<Notice> of(Transcript.Source source) {
    return source == Transcript.Source.NONE
        ? Optional.of(
            new Notice(
                "NO_TRANSCRIPT",
                "There are no captions and no speech was recognised; clips were chosen from pauses,"
                    + " slides and layout alone and have no subtitles."))
        : Optional.empty();
  }

  public static List<Notice> of(LayoutAnalysis layout) {
    return layout.frozen()
        ? List.of(
            new Notice("FROZEN_VIDEO", "The picture never changes; slides could not be told."))
        : List.of();
  }

  public static List<Notice> of(Highlights highlights, ClipRules rules) {
    List<Notice> notices = new ArrayList<>();
    if (highlights.clips().isEmpty()) {
      notices.add(
          new Notice(
              "NO_CLIPS",
              "No part of the lecture makes a clip of at least "
                  + Math.round(Seconds.of(rules.shortest()))
                  + " seconds."));
    }
    return notices;
  }
}
