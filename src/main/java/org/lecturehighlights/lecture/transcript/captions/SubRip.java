package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.lecturehighlights.lecture.transcript.parse.CueReader;

/** Captions in the SubRip format (.srt), which has no character references. */
final class SubRip {
  /** Is not seen, and no time begins with it. */
  private static final String WORD_JOINER = "\u2060";

  private SubRip() {}

  static void write(Iterator<Cue> cues, Appendable out) throws IOException {
    int number = 0;
    while (cues.hasNext()) {
      Cue cue = cues.next();
      out.append(Integer.toString(++number))
          .append('\n')
          .append(WebVtt.clock(cue.span().start(), ','))
          .append(" --> ")
          .append(WebVtt.clock(cue.span().end(), ','))
          .append('\n')
          .append(plain(WebVtt.withoutBlankLines(cue.text())))
          .append("\n\n");
    }
  }

  /** A text that looks like the times of a cue would end its own. */
  private static String plain(String text) {
    if (!text.contains(">")) {
      return text;
    }
    return text.lines()
        .map(line -> CueReader.looksLikeTimes(line) ? WORD_JOINER + line : line)
        .collect(Collectors.joining("\n"));
  }
}
