package org.lecturehighlights.lecture.transcript.parse;

import java.util.List;
import org.lecturehighlights.lecture.transcript.CaptionFlaws;

/**
 * What was read of a caption file.
 *
 * @param cues by start, not overlapping, none empty, without what rolling captions repeat
 * @param leftOut what could not be read
 * @param mended what was read although its format forbids it
 */
public record ReadCues(List<TimedCue> cues, CaptionFlaws leftOut, CaptionFlaws mended) {
  public ReadCues {
    cues = List.copyOf(cues);
  }

  static ReadCues of(List<TimedCue> cues, FlawLog flaws) {
    return new ReadCues(RollingCaptions.settle(cues), flaws.leftOut(), flaws.mended());
  }
}
