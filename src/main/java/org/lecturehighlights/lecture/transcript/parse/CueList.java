package org.lecturehighlights.lecture.transcript.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** The cues of a file as they come, each with times that a recording can have. */
final class CueList {
  /**
   * A cue without an end, or that ends before it starts, is shown as long as its text takes to say.
   */
  private static final long MILLIS_PER_CHARACTER = 65;

  private final List<TimedCue> cues = new ArrayList<>();
  private final FlawLog flaws;
  private boolean anyTimes;
  private long offset;

  CueList(FlawLog flaws) {
    this.flaws = flaws;
  }

  /**
   * From here on times of the file are those of the recording when so many milliseconds are added.
   */
  void shift(long millis) {
    offset = millis;
  }

  /** A cue with text becomes one of the list. */
  void add(OpenCue cue) {
    TimingLine.Times times = cue.times();
    anyTimes = true;
    if (cue.tooLongAt() > 0) {
      flaws.leftOut(cue.tooLongAt(), FlawLog.TOO_LONG);
    }
    if (!times.usual()) {
      flaws.mended(cue.number(), FlawLog.ARROW);
    }
    add(times.start(), times.end(), cue.text(offset), cue.number());
  }

  /**
   * @param end null where it is not known
   */
  void add(long start, @Nullable Long end, MarkedText text, int line) {
    anyTimes = true;
    if (text.isSilent()) {
      return;
    }
    String plain = text.plain();
    long from = start + offset;
    long to = end == null ? from : end + offset;
    if (to <= from) {
      to = from + MILLIS_PER_CHARACTER * plain.length();
      if (end != null) {
        flaws.mended(line, FlawLog.BACKWARDS);
      }
    }
    if (to <= 0) {
      flaws.leftOut(line, FlawLog.BEFORE_START);
      return;
    }
    if (from < 0) {
      flaws.mended(line, FlawLog.NEGATIVE);
    }
    Span span = new Span(Duration.ofMillis(Math.max(0, from)), Duration.ofMillis(to));
    cues.add(new TimedCue(span, plain, text.speaker(), text.wordStarts()));
  }

  List<TimedCue> cues() {
    return cues;
  }

  /** Whether there was a cue at all, be it a silent one. */
  boolean anyTimes() {
    return anyTimes;
  }
}
