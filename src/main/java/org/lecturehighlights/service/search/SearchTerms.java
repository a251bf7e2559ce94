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
 * A search as PostgreSQL understands it.
 *
 * @param exact the words as they are, as a tsquery; may be empty
 * @param inflected their stems, as a tsquery; empty without a stemmer, and of words that say little
 */
record SearchTerms(String exact, String inflected) {
  /** A lexeme in quotes, in which quotes are doubled. */
  private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')+)'");

  private static final Pattern NEXT_IN_PHRASE = Pattern.compile("<(?:-|\\d+)> \\(?\\s*$");

  /** A letter alone would find nearly every segment. */
  private static final int SHORTEST_BEGINNING = 2;

  /** Below it stems of different words are the same. */
  private static final int SHORTEST_STEM = 3;

  /** The tsquery that finds: beginnings of words too, and stems. Empty if there is no word. */
  Optional<String> wide() {
    List<String> parts = new ArrayList<>();
    if (!exact.isEmpty()) {
      parts.add("( " + widened(exact, SHORTEST_BEGINNING) + " )");
    }
    // The stem of an excluded word would exclude nothing, since the index holds whole words.
    if (!inflected.isEmpty() && !exact.isEmpty() && !exact.contains("!")) {
      parts.add("( " + widened(inflected, SHORTEST_STEM) + " )");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", parts));
  }

  /**
   * Beginnings instead of words; and but the later words of a phrase, which the next segment may
   * hold, they must be in the segment itself, which is weight A.
   */
  private static String widened(String query, int shortest) {
    StringBuilder wide = new StringBuilder();
    Matcher lexeme = LEXEME.matcher(query);
    int end = 0;
    while (lexeme.find()) {
      String before = query.substring(end, lexeme.start());
      end = lexeme.end();
      boolean beginning = !before.endsWith("!") && letters(plain(lexeme.group(1))) >= shortest;
      String weight = NEXT_IN_PHRASE.matcher(before).find() ? "" : "A";
      String how = (beginning ? "*" : "") + weight;
      wide.append(before).append(spelled(lexeme.group(1), how.isEmpty() ? "" : ":" + how));
    }
    return wide.append(query.substring(end)).toString();
  }

  /**
   * A database whose locale is C, as the embedded one, knows capital letters of ASCII alone: there
   * others are in the index as they were written.
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

  /** What is to be marked in a text: words and stems that are wanted, but no mere fillers. */
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
    int shared = Math.min(stem.length(), SHORTEST_STEM);
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
