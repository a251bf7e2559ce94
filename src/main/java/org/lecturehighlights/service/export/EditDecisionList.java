package org.lecturehighlights.service.export;

import java.text.Normalizer;
import java.util.Locale;
import org.lecturehighlights.lecture.timeline.FrameRate;

/**
 * A cut list in the CMX 3600 format, which editing programs read: one event for each part that is
 * played, with the clips one after the other on the record side.
 */
final class EditDecisionList {
  /** The format's conventional name for a source that is a file rather than a tape reel. */
  private static final String REEL = "AX";

  private static final int MAX_LINE_LENGTH = 70;

  private EditDecisionList() {}

  static String write(CutList cuts) {
    FrameRate rate = cuts.rate();
    StringBuilder out = new StringBuilder();
    out.append("TITLE: ").append(plain(cuts.lecture())).append("\r\n");
    out.append("FCM: NON-DROP FRAME\r\n");
    int event = 0;
    long record = 0;
    for (CutList.ClipParts clip : cuts.clips()) {
      for (CutList.Part part : clip.parts()) {
        out.append(
            String.format(
                Locale.ROOT,
                "\r\n%03d  %-8s B     C        %s %s %s %s\r\n",
                ++event,
                REEL,
                rate.timecode(part.from()),
                rate.timecode(part.to()),
                rate.timecode(record),
                rate.timecode(record + part.length())));
        out.append("* FROM CLIP NAME: ").append(plain(cuts.lecture())).append("\r\n");
        out.append("* COMMENT: ").append(plain(clip.title())).append("\r\n");
        record += part.length();
      }
    }
    return out.toString();
  }

  /** The format is plain ASCII, and a line break would end the entry. */
  private static String plain(String text) {
    String ascii =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^ -~]+", " ")
            .strip();
    return ascii.substring(0, Math.min(ascii.length(), MAX_LINE_LENGTH));
  }
}
