package org.lecturehighlights.lecture.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lecturehighlights.lecture.text.CuePhrases;
import org.lecturehighlights.lecture.text.Keyphrases;
import org.lecturehighlights.lecture.text.Keyphrases.Phrase;
import org.lecturehighlights.lecture.text.Words;
import org.lecturehighlights.lecture.timeline.Interruption;
import org.lecturehighlights.lecture.timeline.Span;

/** A run of sentences about one subject, and the title, keywords and statistics of its words. */
final class Topic {
  private static final int OPENING_SENTENCES = 3;
  private static final int MAX_TITLE_LENGTH = 100;
  private static final int MAX_DESCRIPTION_LENGTH = 400;
  private static final int MAX_KEYWORDS = 10;
  private static final int MAX_CONCEPTS = 5;

  private final Span span;
  private final List<String> sentences;
  private final Map<String, Double> weightOfStem = new HashMap<>();
  private final double typicalWeight;
  private final String title;
  private final List<String> keywords;
  private final List<String> concepts;
  private final String description;
  private final double density;
  private final double stress;
  private final double definitions;

  Topic(Span span, List<String> sentences, Keyphrases lecture) throws InterruptedException {
    this.span = span;
    this.sentences = sentences;
    List<Phrase> phrases = lecture.of(sentences);
    for (Phrase phrase : phrases) {
      if (phrase.words() == 1) {
        weightOfStem.put(Words.stem(phrase.text()), phrase.weight());
      }
    }
    typicalWeight = phrases.isEmpty() ? 0 : phrases.get(phrases.size() / 4).weight();
    title = title(phrases);
    keywords =
        phrases.stream()
            .filter(phrase -> phrase.words() == 1)
            .map(Phrase::text)
            .limit(MAX_KEYWORDS)
            .toList();
    concepts = concepts(phrases);
    List<ScoredSentence> scored = new ArrayList<>();
    for (String sentence : sentences) {
      Interruption.check();
      scored.add(scored(sentence));
    }
    description = description(scored);
    density = scored.stream().mapToDouble(ScoredSentence::weight).average().orElse(0);
    stress = share(scored, ScoredSentence::stresses);
    definitions = share(scored, ScoredSentence::defines);
    // The words of all topics together fill the memory where the text was made for that.
    weightOfStem.clear();
  }

  /**
   * A sentence and what its words and phrases are worth.
   *
   * @param weight how dense the topic's own words are
   * @param informativeness the weight, with a bonus or malus for its phrases
   */
  private record ScoredSentence(
      String sentence, double weight, double informativeness, boolean stresses, boolean defines) {}

  Span span() {
    return span;
  }

  /** What the lecturer announces, or else defines, or else the most characteristic phrase. */
  String title() {
    return title;
  }

  /** The one or two sentences that tell most, in their order. */
  String description() {
    return description;
  }

  List<String> keywords() {
    return keywords;
  }

  /** Phrases of several words, none part of another. */
  List<String> concepts() {
    return concepts;
  }

  /** How dense the topic's own words are, per sentence. */
  double density() {
    return density;
  }

  double stress() {
    return stress;
  }

  double definitions() {
    return definitions;
  }

  private String title(List<Phrase> phrases) {
    List<String> opening = sentences.subList(0, Math.min(OPENING_SENTENCES, sentences.size()));
    Optional<String> announced =
        opening.stream().flatMap(sentence -> CuePhrases.announced(sentence).stream()).findFirst();
    Optional<String> defined =
        opening.stream()
            .flatMap(sentence -> CuePhrases.defined(sentence).stream())
            .filter(this::isCharacteristic)
            .findFirst();
    String found =
        announced
            .or(() -> defined)
            .or(() -> phrases.stream().map(Phrase::text).findFirst())
            .orElse("");
    return capitalised(found);
  }

  private String description(List<ScoredSentence> scored) {
    List<String> best =
        scored.stream()
            .filter(one -> one.sentence().length() <= MAX_DESCRIPTION_LENGTH / 2)
            .sorted(Comparator.comparingDouble(ScoredSentence::informativeness).reversed())
            .limit(2)
            .map(ScoredSentence::sentence)
            .toList();
    return String.join(" ", sentences.stream().filter(best::contains).distinct().toList());
  }

  private static List<String> concepts(List<Phrase> phrases) {
    List<String> concepts = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (concepts.size() == MAX_CONCEPTS) {
        break;
      }
      boolean covered =
          concepts.stream()
              .anyMatch(known -> known.contains(phrase.text()) || phrase.text().contains(known));
      if (phrase.words() > 1 && !covered) {
        concepts.add(phrase.text());
      }
    }
    return concepts;
  }

  private static double share(List<ScoredSentence> scored, Predicate<ScoredSentence> property) {
    return (double) scored.stream().filter(property).count() / Math.max(1, scored.size());
  }

  private boolean isCharacteristic(String phrase) {
    return Words.of(phrase).stream()
        .map(Words::stem)
        .anyMatch(stem -> weightOfStem.getOrDefault(stem, 0.0) >= typicalWeight);
  }

  private ScoredSentence scored(String sentence) {
    boolean stresses = CuePhrases.stresses(sentence);
    boolean defines = CuePhrases.defines(sentence);
    double bonus =
        (defines ? 0.5 : 0)
            + (stresses ? 0.25 : 0)
            - (CuePhrases.leansOnContext(sentence) ? 0.4 : 0)
            - (CuePhrases.changesTopic(sentence) ? 0.5 : 0);
    double weight = weight(sentence);
    return new ScoredSentence(sentence, weight, weight * (1 + bonus), stresses, defines);
  }

  private double weight(String sentence) {
    List<String> words = Words.of(sentence);
    double sum =
        words.stream().mapToDouble(word -> weightOfStem.getOrDefault(Words.stem(word), 0.0)).sum();
    return sum / Math.sqrt(Math.max(1, words.size()));
  }

  private static String capitalised(String title) {
    if (title.isEmpty()) {
      return title;
    }
    int first = Character.charCount(title.codePointAt(0));
    String capitalised =
        title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    return capitalised.length() <= MAX_TITLE_LENGTH
        ? capitalised
        : capitalised.substring(0, MAX_TITLE_LENGTH - 1).strip() + "…";
  }
}
