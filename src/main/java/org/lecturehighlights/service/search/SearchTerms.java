package org.lecturehighlights.service.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search in the form of PostgreSQL text queries.
 *
 * @param exact tsquery of the words as typed; may be empty
 * @param inflected tsquery of their stems; empty without a stemmer and for stop words
 */
record SearchTerms(String exact, String inflected) {
  /** A lexeme in quotes; quotes inside it are doubled. */
  private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')+)'");

  private static final Pattern NEXT_IN_PHRASE = Pattern.compile("<(?:-|\\d+)> \\(?\\s*$");

  /** A single letter as a prefix would match nearly every segment. */
  private static final int MIN_PREFIX_LENGTH = 2;

  /** Shorter stems are shared by unrelated words. */
  private static final int MIN_STEM_LENGTH = 3;

  /** The tsquery that finds hits: it also matches prefixes and stems. Empty if there is no word. */
  Optional<String> wide() {
    List<String> parts = new ArrayList<>();
    if (!exact.isEmpty()) {
      parts.add("( " + widened(exact, MIN_PREFIX_LENGTH) + " )");
    }
    // The stem of an excluded word would exclude nothing, because the index holds whole words.
    if (!inflected.isEmpty() && !exact.isEmpty() && !exact.contains("!")) {
      parts.add("( " + widened(inflected, MIN_STEM_LENGTH) + " )");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", parts));
  }

  /**
   * Replaces words by prefixes. Every word must be in the segment itself (weight A), except for the
   * later words of a phrase, which may be in the next segment.
   */
  private static String widened(String query, int shortest) {
    StringBuilder wide = new StringBuilder();
    Matcher lexeme = LEXEME.matcher(query);
    int end = 0;
    while (lexeme.find()) {
      String before = query.substring(end, lexeme.start());
      end = lexeme.end();
      boolean prefix = !before.endsWith("!") && letters(plain(lexeme.group(1))) >= shortest;
      String weight = NEXT_IN_PHRASE.matcher(before).find() ? "" : "A";
      String how = (prefix ? "*" : "") + weight;
      wide.append(before).append(spelled(lexeme.group(1), how.isEmpty() ? "" : ":" + how));
    }
    return wide.append(query.substring(end)).toString();
  }

  /**
   * A database with locale C, such as the embedded one, converts only ASCII letters to lower case;
   * other letters are in the index as they were written. So all likely spellings are searched.
   */
  private static String spelled(String quoted, String how) {
    String lower = quoted.toLowerCase(Locale.ROOT);
    if (quoted.chars().allMatch(letter -> letter < 0x80)) {
      return "'" + quoted + "'" + how;
    }
    int second = lower.offsetByCodePoints(0, 1);
    String title = lower.substring(0, second).toUpperCase(Locale.ROOT) + lower.substring(second);
    String spellings =
        Stream.of(lower, asciiLower(title), asciiLower(lower.toUpperCase(Locale.ROOT)))
            .distinct()
            .map(spelling -> "'" + spelling + "'" + how)
            .collect(Collectors.joining(" | "));
    return spellings.contains("|") ? "( " + spellings + " )" : spellings;
  }

  private static String asciiLower(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    word.chars()
        .forEach(letter ->
            lower.append((char) (letter < 0x80 ? Character.toLowerCase(letter) : letter)));
    return lower.toString();
  }

  /** The words and stems to highlight in a text, without excluded words and stop words. */
  List<String> wanted() {
    List<String> stems = lexemes(inflected);
    List<String> wanted = new ArrayList<>(stems);
    lexemes(exact).stream()
        .filter(word -> stems.isEmpty() || stems.stream().anyMatch(stem -> isOf(word, stem)))
        .forEach(wanted::add);
    return wanted.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .filter(word -> !TypedText.isUnspaced(word))
        .toList();
  }

  private static boolean isOf(String word, String stem) {
    int shared = Math.min(stem.length(), MIN_STEM_LENGTH);
    return word.startsWith(stem.substring(0, shared));
  }

  private static List<String> lexemes(String query) {
    List<String> lexemes = new ArrayList<>();
    Matcher lexeme = LEXEME.matcher(query);
    while (lexeme.find()) {
      if (lexeme.start() == 0 || query.charAt(lexeme.start() - 1) != '!') {
        lexemes.add(plain(lexeme.group(1)));
      }
    }
    return lexemes;
  }

  private static String plain(String quoted) {
    return quoted.replace("''", "'").replace("\\\\", "\\");
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }
}
