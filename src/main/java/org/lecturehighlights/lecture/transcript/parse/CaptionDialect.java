package org.lecturehighlights.lecture.transcript.parse;

/** The formats that are made of lines; each has its own times and its own markup. */
enum CaptionDialect {
  WEB_VTT {
    @Override
    TimingLine timing(String line, boolean blockStarts) {
      return TimingLine.withArrow(line, blockStarts);
    }

    @Override
    MarkedText text(String payload, long offset) {
      return WebVttMarkup.read(payload, offset);
    }
  },
  SUB_RIP {
    @Override
    TimingLine timing(String line, boolean blockStarts) {
      return TimingLine.withArrow(line, blockStarts);
    }

    @Override
    MarkedText text(String payload, long offset) {
      return SubRipMarkup.read(payload);
    }
  },
  /** YouTube's SBV. */
  SUB_VIEWER {
    @Override
    TimingLine timing(String line, boolean blockStarts) {
      return TimingLine.withComma(line);
    }

    @Override
    MarkedText text(String payload, long offset) {
      return new MarkedText(payload.replace("[br]", "\n"), null);
    }
  };

  /**
   * @param blockStarts whether the line follows an empty one or an index
   */
  abstract TimingLine timing(String line, boolean blockStarts);

  /**
   * @param offset milliseconds from the times of the file to those of the recording
   */
  abstract MarkedText text(String payload, long offset);
}
