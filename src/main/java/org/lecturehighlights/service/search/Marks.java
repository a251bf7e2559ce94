package org.lecturehighlights.service.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the words of a search in a text, for highlighting.
 *
 * @param prefixes prefixes of words, in lower case
 * @param runs text in scripts without spaces, which matches anywhere
 */
record Marks(List<String> prefixes, List<String> runs) {
  /**
   * A part of a text.
   *
   * @param start index of the first UTF-16 code unit, as JavaScript and Java count
   * @param end index after the last code unit
   */
  record Range(int start, int end) {}

  /** The matches in a text, ordered by start and not overlapping. */
  List<Range> in(String text) {
    String lower = lower(text);
    List<Range> found = new ArrayList<>();
    runs.forEach(run -> addAll(found, lower, lower(run), false));
    prefixes.forEach(word -> addAll(found, lower, word, true));
    found.sort(Comparator.comparingInt(Range::start).thenComparingInt(range -> -range.end()));
    List<Range> merged = new ArrayList<>();
    for (Range range : found) {
      if (merged.isEmpty() || merged.getLast().end() <= range.start()) {
        merged.add(range);
      }
    }
    return merged;
  }

  boolean areIn(String text) {
    return !in(text).isEmpty();
  }

  private static void addAll(List<Range> found, String text, String part, boolean words) {
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      int end = at + part.length();
      if (!words) {
        found.add(new Range(at, end));
        continue;
      }
      int wordEnd = end;
      while (wordEnd < text.length() && isOfWord(text, wordEnd)) {
        wordEnd++;
      }
      boolean begins = at == 0 || !isOfWord(text, at - 1);
      if (begins && (part.length() > 1 || wordEnd == end)) {
        found.add(new Range(at, wordEnd));
      }
    }
  }

  /** Surrogates count as letters. */
  private static boolean isOfWord(String text, int at) {
    char letter = text.charAt(at);
    return (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter))
        && !TypedText.isUnspaced(String.valueOf(letter));
  }

  /** Converts each code unit separately, so that indices are the same in both texts. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(letter -> lower.append(Character.toLowerCase((char) letter)));
    return lower.toString();
  }
}
