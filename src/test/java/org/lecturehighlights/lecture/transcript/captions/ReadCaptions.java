package org.lecturehighlights.lecture.transcript.captions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.lecturehighlights.platform.problem.Warning;

/** Captions read from text, in a form that a test can list. */
final class ReadCaptions {
  private ReadCaptions() {}

  /** {@code start-end text} of each cue, times in seconds, lines separated by a slash. */
  static List<String> cues(String file) {
    return cues(file.getBytes(UTF_8));
  }

  static List<String> cues(byte[] file) {
    return Captions.read(file).cues().stream().map(ReadCaptions::text).toList();
  }

  static List<String> warnings(String file) {
    return Captions.read(file.getBytes(UTF_8)).warnings().stream().map(Warning::message).toList();
  }

  /** {@code start word} of each word of all cues. */
  static List<String> words(String file) {
    return Captions.read(file.getBytes(UTF_8)).cues().stream()
        .flatMap(cue -> cue.words().stream())
        .map(word -> seconds(word.span().startSeconds()) + " " + word.text())
        .toList();
  }

  private static String text(Cue cue) {
    return seconds(cue.span().startSeconds())
        + "-"
        + seconds(cue.span().endSeconds())
        + " "
        + cue.text().replace("\n", " / ");
  }

  private static String seconds(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }
}
