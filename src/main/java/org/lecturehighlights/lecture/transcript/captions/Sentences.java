package org.lecturehighlights.lecture.transcript.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * From captions or recognised words to sentences, the unit in which everything after this thinks. A
 * sentence ends with its punctuation, with a long pause or with another speaker; where punctuation
 * is missing, at the longest pause that keeps it short enough to be useful.
 */
public final class Sentences {
  /** A pause that ends a sentence in any case. */
  private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

  /** A pause that ends a sentence where the source has no punctuation. */
  private static final Duration BREATH = Duration.ofMillis(800);

  private static final Duration LONGEST = Duration.ofSeconds(40);

  /** Nobody says more in one sentence, but a file can. */
  private static final int MOST_WORDS = 1000;

  private static final Duration LONGEST_UNPUNCTUATED = Duration.ofSeconds(12);

  /** Fewer sentence ends than one in so many words: automatic captions. */
  private static final int WORDS_PER_END = 60;

  private Sentences() {}

  /**
   * @param exact whether the source gave the time of the word
   */
  private record Token(Word word, @Nullable String speaker, boolean startsCue, boolean exact) {}

  /**
   * Sentences of captions; where a sentence begins or ends with a cue that does not time its words,
   * it has exactly the cue's time.
   *
   * @param cues by start, not overlapping
   * @return sentences by start, not overlapping, with word times where the captions have them of
   *     all words of the sentence
   */
  public static List<TranscriptSegment> of(List<Cue> cues) {
    List<Token> tokens = new ArrayList<>();
    for (Cue cue : cues) {
      boolean first = true;
      boolean exact = !cue.words().isEmpty();
      List<Word> words = exact ? cue.words() : WordTimes.share(cue.span(), cue.text());
      for (Word word : words) {
        tokens.add(new Token(word, cue.speaker(), first, exact));
        first = false;
      }
    }
    return build(tokens);
  }

  /**
   * Sentences of recognised words.
   *
   * @param words by start, not overlapping, with punctuation attached where there is any
   * @return sentences with exact word times, by start, not overlapping
   */
  public static List<TranscriptSegment> ofWords(List<Word> words) {
    return build(words.stream().map(word -> new Token(word, null, false, true)).toList());
  }

  private static List<TranscriptSegment> build(List<Token> tokens) {
    long ends = 0;
    for (int i = 0; i < tokens.size(); i++) {
      ends += SentenceEnds.after(text(tokens, i), text(tokens, i + 1)) ? 1 : 0;
    }
    boolean punctuated = ends * WORDS_PER_END >= tokens.size();
    Duration pause = punctuated ? LONG_PAUSE : BREATH;
    Duration longest = punctuated ? LONGEST : LONGEST_UNPUNCTUATED;
    List<TranscriptSegment> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size()
          || SentenceEnds.after(text(tokens, i), text(tokens, i + 1))
          || gap(tokens, i + 1).compareTo(pause) > 0
          || !Objects.equals(tokens.get(i).speaker(), tokens.get(i + 1).speaker())) {
        addBounded(sentences, tokens.subList(from, i + 1), longest);
        from = i + 1;
      }
    }
    return sentences;
  }

  private static void addBounded(
      List<TranscriptSegment> sentences, List<Token> run, Duration longest) {
    Span span = new Span(run.getFirst().word().span().start(), run.getLast().word().span().end());
    boolean tooLong = span.length().compareTo(longest) > 0 || run.size() > MOST_WORDS;
    if (run.size() > 1 && tooLong) {
      int cut = bestCut(run);
      addBounded(sentences, run.subList(0, cut), longest);
      addBounded(sentences, run.subList(cut, run.size()), longest);
      return;
    }
    boolean exact = run.stream().allMatch(Token::exact);
    List<Word> words = run.stream().map(Token::word).toList();
    String text = String.join(" ", words.stream().map(Word::text).toList());
    sentences.add(
        new TranscriptSegment(
            span, text, null, run.getFirst().speaker(), exact ? words : List.of()));
  }

  /** The longest pause of the middle half; else a cue's start; else the middle. */
  private static int bestCut(List<Token> run) {
    int size = run.size();
    int best = size / 2;
    for (int i = Math.max(1, size / 4); i <= Math.min(size - 1, size * 3 / 4); i++) {
      int byGap = gap(run, i).compareTo(gap(run, best));
      int byCue = Boolean.compare(run.get(i).startsCue(), run.get(best).startsCue());
      int byMiddle = Integer.compare(Math.abs(best - size / 2), Math.abs(i - size / 2));
      if (byGap > 0 || (byGap == 0 && (byCue > 0 || (byCue == 0 && byMiddle > 0)))) {
        best = i;
      }
    }
    return best;
  }

  private static Duration gap(List<Token> tokens, int before) {
    return tokens
        .get(before)
        .word()
        .span()
        .start()
        .minus(tokens.get(before - 1).word().span().end());
  }

  private static String text(List<Token> tokens, int at) {
    return at < tokens.size() ? tokens.get(at).word().text() : "";
  }
}
