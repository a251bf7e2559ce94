package org.lecturehighlights.lecture.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * Gives timed words the spelling of the full text, so that they include its punctuation. Only
 * letters and digits are compared.
 */
final class SpelledWords {
  private SpelledWords() {}

  /**
   * Spells recognised words as the text does.
   *
   * @return the text's words with the times of the recognised words; the words unchanged if the two
   *     differ or the words already have punctuation
   */
  static List<Word> of(List<Word> words, String text) {
    if (text.isBlank() || words.stream().anyMatch(word -> word.text().matches(".*[.!?]$"))) {
      return words;
    }
    List<Integer> ownerOfLetter = new ArrayList<>();
    StringBuilder recognised = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String letters = letters(words.get(i).text());
      recognised.append(letters);
      for (int k = 0; k < letters.length(); k++) {
        ownerOfLetter.add(i);
      }
    }
    if (!recognised.toString().equals(letters(text))) {
      return words;
    }
    List<Word> spelled = new ArrayList<>();
    int at = 0;
    int usedUpTo = -1;
    for (String token : text.strip().split("\\s+", -1)) {
      int length = letters(token).length();
      int first = length == 0 ? -1 : ownerOfLetter.get(at);
      if (first <= usedUpTo) { // only punctuation, or the rest of a word that was already added
        if (!spelled.isEmpty()) {
          Word before = spelled.removeLast();
          int last = length == 0 ? usedUpTo : ownerOfLetter.get(at + length - 1);
          Duration end = last < 0 ? before.span().end() : words.get(last).span().end();
          String glue = length == 0 ? "" : " ";
          spelled.add(new Word(new Span(before.span().start(), end), before.text() + glue + token));
          usedUpTo = Math.max(usedUpTo, last);
        }
      } else {
        usedUpTo = ownerOfLetter.get(at + length - 1);
        Span span = new Span(words.get(first).span().start(), words.get(usedUpTo).span().end());
        spelled.add(new Word(span, token));
      }
      at += length;
    }
    return spelled;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
