package org.lecturehighlights.lecture.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lecturehighlights.lecture.timeline.Interruption;

/**
 * Weighs the words and phrases of a part of a lecture: those that are frequent in the part and rare
 * elsewhere are the most characteristic. A phrase is a run of up to three topical words without
 * punctuation between them.
 */
public final class Keyphrases {
  private static final Pattern CLAUSE_END =
      Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\s'’-]+|\\s-+\\s");
  private static final int MAX_WORDS = 3;

  /** Minimum weight for words that occur everywhere, for lectures with a single topic. */
  private static final double MIN_CONTRAST = 0.4;

  /**
   * A day of speech has fewer phrases; what a made-up text has beyond is passed over, so that it
   * does not fill the memory.
   */
  private static final int MOST_PHRASES = 200_000;

  private final Map<String, Integer> inLecture = new LinkedHashMap<>();
  private int phrasesOfLecture;

  private static final class Entry {
    final Map<String, Integer> spellings = new TreeMap<>();
    int count;
    int words;

    void add(List<String> said) {
      count++;
      words = said.size();
      spellings.merge(String.join(" ", said), 1, Integer::sum);
    }

    String spelling() {
      return spellings.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /** A phrase in its most frequent spelling, in lower case, with its weight. */
  public record Phrase(String text, int words, int count, double weight) {}

  /**
   * @param lecture all sentences of the lecture, for comparison
   */
  public Keyphrases(List<String> lecture) throws InterruptedException {
    each(
        lecture,
        (key, words) -> {
          if (inLecture.size() < MOST_PHRASES || inLecture.containsKey(key)) {
            inLecture.merge(key, 1, Integer::sum);
            phrasesOfLecture++;
          }
        });
  }

  /** The phrases of a part, most telling first; ties in alphabetical order. */
  public List<Phrase> of(List<String> part) throws InterruptedException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    each(
        part,
        (key, words) -> {
          if (entries.size() < MOST_PHRASES || entries.containsKey(key)) {
            entries.computeIfAbsent(key, _ -> new Entry()).add(words);
          }
        });
    double total = entries.values().stream().mapToInt(entry -> entry.count).sum();
    List<Phrase> phrases = new ArrayList<>();
    entries.forEach((key, entry) -> {
      double here = entry.count / total;
      double overall = inLecture.getOrDefault(key, entry.count) / (double) phrasesOfLecture;
      double contrast = MIN_CONTRAST + Math.max(0, Math.log(here / overall));
      double length = 1 + 0.3 * (entry.words - 1);
      // A longer phrase that occurs once is chance; a frequent one is a term.
      double weight = Math.max(0.3, entry.count - 0.5) * contrast * length;
      phrases.add(new Phrase(entry.spelling(), entry.words, entry.count, weight));
    });
    phrases.sort(Comparator.comparingDouble(Phrase::weight).reversed().thenComparing(Phrase::text));
    return phrases;
  }

  /** Takes a phrase: a key that its forms share, and its words. */
  private interface PhraseSink {
    void take(String key, List<String> words);
  }

  private static void each(List<String> sentences, PhraseSink sink) throws InterruptedException {
    for (String sentence : sentences) {
      Interruption.check();
      for (String clause : CLAUSE_END.split(sentence, -1)) {
        List<String> words = Words.of(clause);
        for (int from = 0; from < words.size(); from++) {
          eachFrom(words, from, sink);
        }
      }
    }
  }

  private static void eachFrom(List<String> words, int from, PhraseSink sink) {
    StringBuilder key = new StringBuilder();
    for (int to = from; to < Math.min(words.size(), from + MAX_WORDS); to++) {
      String word = words.get(to);
      if (!Words.isTopical(word) || Words.isCommonVerb(word)) {
        return;
      }
      key.append(Words.stem(word)).append(' ');
      sink.take(key.toString(), words.subList(from, to + 1));
    }
  }
}
