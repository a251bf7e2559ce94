package org.lecturehighlights.lecture.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.lecture.text.CuePhrases;
import org.lecturehighlights.lecture.text.Keyphrases;
import org.lecturehighlights.lecture.text.Keyphrases.Phrase;
import org.lecturehighlights.lecture.text.Words;
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
  private final List<Phrase> phrases;
  private final Map<String, Double> weightOfStem = new HashMap<>();

  Topic(Span span, List<String> sentences, Keyphrases lecture) {
    this.span = span;
    this.sentences = sentences;
    this.phrases = lecture.of(sentences);
    for (Phrase phrase : phrases) {
      if (phrase.words() == 1) {
        weightOfStem.put(Words.stem(phrase.text()), phrase.weight());
      }
    }
  }

  Span span() {
    return span;
  }

  /** What the lecturer announces, or else defines, or else the most characteristic phrase. */
  String title() {
    List<String> opening = sentences.subList(0, Math.min(OPENING_SENTENCES, sentences.size()));
    Optional<String> announced =
        opening.stream().flatMap(sentence -> CuePhrases.announced(sentence).stream()).findFirst();
    Optional<String> defined =
        opening.stream()
            .flatMap(sentence -> CuePhrases.defined(sentence).stream())
            .filter(this::isCharacteristic)
            .findFirst();
    String title =
        announced
            .or(() -> defined)
            .or(() -> phrases.stream().map(Phrase::text).findFirst())
            .orElse("");
    return capitalised(title);
  }

  /** The one or two most informative sentences, in the order of the lecture. */
  String description() {
    List<String> best =
        sentences.stream()
            .filter(sentence -> sentence.length() <= MAX_DESCRIPTION_LENGTH / 2)
            .sorted(Comparator.comparingDouble(this::informativeness).reversed())
            .limit(2)
            .toList();
    return String.join(" ", sentences.stream().filter(best::contains).distinct().toList());
  }

  List<String> keywords() {
    return phrases.stream()
        .filter(phrase -> phrase.words() == 1)
        .map(Phrase::text)
        .limit(MAX_KEYWORDS)
        .toList();
  }

  /** Phrases of several words, none of which is part of another. */
  List<String> concepts() {
    List<String> concepts = new ArrayList<>();
    for (Phrase phrase : phrases) {
      boolean covered =
          concepts.stream()
              .anyMatch(known -> known.contains(phrase.text()) || phrase.text().contains(known));
      if (phrase.words() > 1 && !covered && concepts.size() < MAX_CONCEPTS) {
        concepts.add(phrase.text());
      }
    }
    return concepts;
  }

  /** The mean weight of the sentences' words. */
  double density() {
    return sentences.stream().mapToDouble(this::weight).average().orElse(0);
  }

  double stress() {
    return share(CuePhrases::stresses);
  }

  double definitions() {
    return share(CuePhrases::defines);
  }

  private double share(java.util.function.Predicate<String> property) {
    return (double) sentences.stream().filter(property).count() / Math.max(1, sentences.size());
  }

  private boolean isCharacteristic(String phrase) {
    return Words.of(phrase).stream()
        .map(Words::stem)
        .anyMatch(stem -> weightOfStem.getOrDefault(stem, 0.0) >= typicalWeight());
  }

  private double typicalWeight() {
    return phrases.isEmpty() ? 0 : phrases.get(phrases.size() / 4).weight();
  }

  private double informativeness(String sentence) {
    double bonus =
        (CuePhrases.defines(sentence) ? 0.5 : 0)
            + (CuePhrases.stresses(sentence) ? 0.25 : 0)
            - (CuePhrases.leansOnContext(sentence) ? 0.4 : 0)
            - (CuePhrases.changesTopic(sentence) ? 0.5 : 0);
    return weight(sentence) * (1 + bonus);
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
