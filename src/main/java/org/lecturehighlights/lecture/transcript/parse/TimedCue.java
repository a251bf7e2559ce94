package org.lecturehighlights.lecture.transcript.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * A cue as a file has it.
 *
 * @param wordStarts when each word of the text begins, in milliseconds, −1 where that is not known;
 *     empty where it is not known of any
 */
public record TimedCue(Span span, String text, @Nullable String speaker, List<Long> wordStarts) {
  /** A slow word; what is longer has a pause after it. */
  private static final long LONGEST_PER_CHARACTER = 90;

  private static final long LONGEST_BESIDES = 300;

  public TimedCue {
    wordStarts = List.copyOf(wordStarts);
  }

  /** The same with its last words only. */
  TimedCue endingWith(String words) {
    int count = Math.min(wordStarts.size(), words.strip().split("\\s+").length);
    return new TimedCue(
        span, words, speaker, wordStarts.subList(wordStarts.size() - count, wordStarts.size()));
  }

  /**
   * All words of the text with their times; empty where no times are known, and where they
   * contradict each other or the cue's own.
   */
  public List<Word> words() {
    String[] texts = text.strip().split("\\s+");
    if (wordStarts.size() != texts.length) {
      return List.of();
    }
    long end = span.end().toMillis();
    long[] starts = starts(texts);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      long next = i + 1 < texts.length ? starts[i + 1] : end;
      if (starts[i] < 0 || next < starts[i] || next > end) {
        return List.of();
      }
      long longest = LONGEST_BESIDES + LONGEST_PER_CHARACTER * texts[i].length();
      long until = Math.min(next, starts[i] + longest);
      words.add(
          new Word(new Span(Duration.ofMillis(starts[i]), Duration.ofMillis(until)), texts[i]));
    }
    return words;
  }

  /** Words without a time of their own share the time between those that have one. */
  private long[] starts(String[] texts) {
    long[] starts = new long[texts.length];
    starts[0] = wordStarts.getFirst() >= 0 ? wordStarts.getFirst() : span.start().toMillis();
    int known = 0;
    for (int i = 1; i <= texts.length; i++) {
      if (i == texts.length || wordStarts.get(i) >= 0) {
        long until = i == texts.length ? span.end().toMillis() : wordStarts.get(i);
        share(starts, texts, known, i, until);
        if (i < texts.length) {
          starts[i] = until;
          known = i;
        }
      }
    }
    return starts;
  }

  private static void share(long[] starts, String[] texts, int from, int to, long until) {
    int total = 0;
    for (int i = from; i < to; i++) {
      total += texts[i].length() + 1;
    }
    int before = 0;
    for (int i = from; i < to; i++) {
      starts[i] = starts[from] + (until - starts[from]) * before / total;
      before += texts[i].length() + 1;
    }
  }
}
