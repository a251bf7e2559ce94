package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.util.Iterator;

/** Captions in the SubRip format (.srt). */
final class SubRip {
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
          .append(WebVtt.escape(cue.text()))
          .append("\n\n");
    }
  }
}
