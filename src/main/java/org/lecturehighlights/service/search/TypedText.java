package org.lecturehighlights.service.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The text of a search, in the syntax of web searches: words, "phrases", -excluded, OR.
 *
 * @param text without control characters, not blank
 */
record TypedText(String text) {
  /** Thai to Khmer, kana and Han; the same ranges as in the search index. */
  private static final Pattern UNSPACED =
      Pattern.compile(
          "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
              + "\\uf900-\\ufaff]+");

  static TypedText of(String typed) {
    String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
    if (text.isEmpty()) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "q", "Enter at least one word to search for.");
    }
    return new TypedText(text);
  }

  /**
   * The input for PostgreSQL's {@code websearch_to_tsquery}: in scripts without spaces each
   * character is a word in the index, so a run of them becomes a phrase.
   */
  String forPostgres() {
    StringBuilder query = new StringBuilder();
    Matcher run = UNSPACED.matcher(text);
    int end = 0;
    boolean quoted = false;
    while (run.find()) {
      String before = text.substring(end, run.start());
      end = run.end();
      quoted ^= before.chars().filter(letter -> letter == '"').count() % 2 == 1;
      String letters = String.join(" ", run.group().split(""));
      query.append(before);
      if (!before.endsWith("-")) {
        query.append(' ');
      }
      query.append(quoted ? letters : '"' + letters + '"').append(' ');
    }
    return query.append(text.substring(end)).toString();
  }

  /** The runs of characters in scripts without spaces, which are matched literally. */
  List<String> unspacedRuns() {
    return UNSPACED.matcher(text).results().map(run -> run.group()).toList();
  }

  static boolean isUnspaced(String word) {
    return UNSPACED.matcher(word).matches();
  }
}
