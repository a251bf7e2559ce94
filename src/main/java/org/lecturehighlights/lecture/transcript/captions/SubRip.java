package org.lecturehighlights.lecture.transcript.captions;

import java.util.List;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/** Captions in the SubRip format (.srt). */
public final class SubRip {
  private SubRip() {}

  /** Sentences as SubRip, split into cues of at most two lines of 42 characters. */
  public static String write(List<TranscriptSegment> sentences) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (Cue cue : CaptionLines.of(sentences)) {
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
