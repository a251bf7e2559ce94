package org.lecturehighlights.lecture.transcript.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Word;

/** Guesses word times by share of characters, where nothing better is known. */
final class WordTimes {
  private WordTimes() {}

  /** The words of a text; the first starts and the last ends exactly with the span. */
  static List<Word> share(Span span, String text) {
    String[] words = text.strip().split("\\s+", -1);
    int total = 0;
    for (String word : words) {
      total += word.length() + 1;
    }
    List<Word> timed = new ArrayList<>();
    int before = 0;
    for (String word : words) {
      int after = before + word.length() + 1;
      timed.add(new Word(part(span, before, after, total), word));
      before = after;
    }
    return timed;
  }

  static Span part(Span span, int from, int to, int total) {
    long length = span.length().toMillis();
    Duration start = span.start().plusMillis(length * from / Math.max(1, total));
    Duration end = to == total ? span.end() : span.start().plusMillis(length * to / total);
    return new Span(start, end);
  }
}
