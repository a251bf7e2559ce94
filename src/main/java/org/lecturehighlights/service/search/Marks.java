package org.lecturehighlights.service.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the words of a search in a text.
 *
 * @param beginnings of words, in lower case
 * @param runs of scripts without spaces, found anywhere
 */
record Marks(List<String> beginnings, List<String> runs) {
  /**
   * A part of a text.
   *
   * @param start the first UTF-16 unit of it, as JavaScript and Java count
   * @param end the first one behind it
   */
  record Range(int start, int end) {}

  /** Where they are, by start, not overlapping. */
  List<Range> in(String text) {
    String lower = lower(text);
    List<Range> found = new ArrayList<>();
    runs.forEach(run -> addAll(found, lower, lower(run), false));
    beginnings.forEach(word -> addAll(found, lower, word, true));
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

  /** Halves of rare letters count as letters. */
  private static boolean isOfWord(String text, int at) {
    char letter = text.charAt(at);
    return (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter))
        && !TypedText.isUnspaced(String.valueOf(letter));
  }

  /** Letter by letter, so that places in it are places in the text. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(letter -> lower.append(Character.toLowerCase((char) letter)));
    return lower.toString();
  }
}
