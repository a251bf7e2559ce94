package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.transcript.Word;

/** Captions in the WebVTT format of the W3C. */
public final class WebVtt {
  private WebVtt() {}

  /**
   * Reads WebVTT that is kept, with the tolerance of {@link Captions#read}.
   *
   * @return cues by start, not overlapping, none empty; empty for text without cues
   */
  public static List<Cue> read(String text) {
    return Captions.ofWebVtt(text).cues();
  }

  static void write(Iterator<Cue> cues, Appendable out) throws IOException {
    out.append("WEBVTT\n");
    while (cues.hasNext()) {
      Cue cue = cues.next();
      out.append('\n')
          .append(clock(cue.span().start(), '.'))
          .append(" --> ")
          .append(clock(cue.span().end(), '.'))
          .append('\n')
          .append(voice(cue))
          .append(escape(withoutBlankLines(cue.text())))
          .append('\n');
    }
  }

  /**
   * With the times of words, and without the hours in the first hour.
   *
   * @param notes blocks of one line each
   */
  static String writeTimed(List<Cue> cues, List<String> notes) {
    StringBuilder out = new StringBuilder("WEBVTT\n");
    notes.forEach(note -> out.append('\n').append(note).append('\n'));
    for (Cue cue : cues) {
      out.append('\n')
          .append(shortClock(cue.span().start()))
          .append(" --> ")
          .append(shortClock(cue.span().end()))
          .append('\n')
          .append(voice(cue))
          .append(timedText(cue))
          .append('\n');
    }
    return out.toString();
  }

  private static String voice(Cue cue) {
    @Nullable String speaker = cue.speaker();
    return speaker == null ? "" : "<v " + escape(speaker) + ">";
  }

  private static String timedText(Cue cue) {
    String text = withoutBlankLines(cue.text());
    if (cue.words().isEmpty()) {
      return escape(text);
    }
    StringBuilder timed = new StringBuilder();
    int at = 0;
    for (Word word : cue.words()) {
      int found = text.indexOf(word.text(), at);
      timed
          .append(escape(text.substring(at, found)))
          .append('<')
          .append(clock(word.span().start(), '.'))
          .append('>')
          .append(escape(word.text()));
      at = found + word.text().length();
    }
    return timed.toString();
  }

  /** An empty line ends a cue. */
  static String withoutBlankLines(String text) {
    return text.contains("\n\n") || text.startsWith("\n")
        ? text.replaceAll("\\n\\s*\\n", "\n").strip()
        : text;
  }

  /** {@code hh:mm:ss.mmm}, with as many digits for the hours as they need. */
  static String clock(Duration time, char decimal) {
    return "%02d:%02d:%02d%c%03d"
        .formatted(
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart(),
            decimal,
            time.toMillisPart());
  }

  private static String shortClock(Duration time) {
    String clock = clock(time, '.');
    return clock.startsWith("00:") ? clock.substring(3) : clock;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
