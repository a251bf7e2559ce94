package org.lecturehighlights.lecture.transcript.parse;

import org.lecturehighlights.lecture.transcript.CaptionFlaws;

/** Notes what a reader finds wrong, in the order of the lines. */
final class FlawLog {
  static final String TIMES = "its times cannot be read";
  static final String NO_TIMES = "there is text without times";
  static final String BEFORE_START = "it ends before the recording begins";
  static final String TOO_LONG = "its text is too long";
  static final String BLANK_LINE = "there is an empty line within a caption";
  static final String ARROW = "its times are written in another way than the format demands";
  static final String BACKWARDS = "it ends before it starts";
  static final String NEGATIVE = "it starts before the recording begins";
  static final String BYTES = "there are characters of another encoding";
  static final String MARKUP = "the XML is not well-formed";

  private CaptionFlaws leftOut = CaptionFlaws.NONE;
  private CaptionFlaws mended = CaptionFlaws.NONE;

  /** Something that is not among the cues. */
  void leftOut(int line, String reason) {
    leftOut = leftOut.and(line, reason);
  }

  /** Something that was read although the format forbids it. */
  void mended(int line, String reason) {
    mended = mended.and(line, reason);
  }

  /** What another log found, after what this one did. */
  void addAll(FlawLog other) {
    leftOut = leftOut.and(other.leftOut);
    mended = mended.and(other.mended);
  }

  CaptionFlaws leftOut() {
    return leftOut;
  }

  CaptionFlaws mended() {
    return mended;
  }
}
