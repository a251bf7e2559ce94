package org.lecturehighlights.lecture.transcript.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cue whose text is still being read. */
final class OpenCue {
  /** More than an hour of speech; what follows in the same cue is nothing that anybody reads. */
  private static final int MOST_CHARACTERS = 100_000;

  private final CaptionDialect dialect;
  private final TimingLine.Times times;
  private final int number;
  private final List<String> lines = new ArrayList<>();
  private int characters;
  private int tooLong;

  OpenCue(CaptionDialect dialect, TimingLine.Times times, int number) {
    this.dialect = dialect;
    this.times = times;
    this.number = number;
  }

  void add(String line, int at) {
    int room = MOST_CHARACTERS - characters;
    if (line.length() > room) {
      tooLong = tooLong == 0 ? at : tooLong;
    }
    if (room > 0 && !line.isBlank()) {
      String fitting = line.substring(0, Math.min(room, line.length()));
      lines.add(fitting);
      characters += fitting.length() + 1;
    }
  }

  /** Whether a line of text was added. */
  boolean hasText() {
    return !lines.isEmpty();
  }

  int lines() {
    return lines.size();
  }

  @Nullable String lastLine() {
    return lines.isEmpty() ? null : lines.getLast();
  }

  void removeLastLine() {
    lines.removeLast();
  }

  TimingLine.Times times() {
    return times;
  }

  /** The line of its times. */
  int number() {
    return number;
  }

  /** The line where its text became too long; 0 where it did not. */
  int tooLongAt() {
    return tooLong;
  }

  MarkedText text(long offset) {
    return dialect.text(String.join("\n", lines), offset).tidy();
  }
}
