package org.lecturehighlights.lecture.transcript.captions;

import java.util.List;

/** Captions in the SubRip format (.srt). */
final class SubRip {
  private SubRip() {}

  static String write(List<Cue> cues) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (Cue cue : cues) {
      out.append(++number)
          .append('\n')
          .append(WebVtt.clock(cue.span().start(), ','))
          .append(" --> ")
          .append(WebVtt.clock(cue.span().end(), ','))
          .append('\n')
          .append(WebVtt.escape(cue.text()))
          .append("\n\n");
    }
    return out.toString();
  }
}
