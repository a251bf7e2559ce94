package org.lecturehighlights.lecture.transcript.captions;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a sentence ends after a word. */
final class SentenceEnds {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "e.g", "eg", "i.e", "ie", "fig",
          "figs", "eq", "eqs", "sec", "ch", "vol", "pp", "approx", "resp", "al", "ca", "dept",
          "z.b", "bzw", "d.h", "u.a", "ph.d");

  /** Abbreviations that do end a sentence where a capital follows. */
  private static final Set<String> OPEN =
      Set.of("etc", "no", "jr", "sr", "inc", "a.m", "p.m", "u.s");

  /** Begins where the run begins, so that a long run is read once. */
  private static final Pattern CLOSING = Pattern.compile("(?<![\"'”’»)\\]])[\"'”’»)\\]]++$");

  private SentenceEnds() {}

  /**
   * @param next the word that follows, empty at the end
   */
  static boolean after(String word, String next) {
    String bare = CLOSING.matcher(word).replaceAll("");
    if (bare.isEmpty()) {
      return false;
    }
    int last = bare.codePointBefore(bare.length());
    if ("!?。！？".indexOf(last) >= 0) {
      return true;
    }
    boolean lowerFollows = !next.isEmpty() && Character.isLowerCase(next.codePointAt(0));
    if (last == '…' || bare.endsWith("...")) {
      return !lowerFollows;
    }
    if (last != '.') {
      return false;
    }
    String stem = bare.substring(0, bare.length() - 1).toLowerCase(Locale.ROOT);
    stem = stem.replaceFirst("^[\"'“‘«(\\[]+", "");
    if (ABBREVIATIONS.contains(stem)) {
      return next.isEmpty() && stem.equals("al");
    }
    boolean initial = stem.length() == 1 && Character.isLetter(stem.charAt(0)) && !stem.equals("i");
    if (initial && !next.isEmpty() && Character.isUpperCase(bare.codePointAt(bare.length() - 2))) {
      return false;
    }
    if (OPEN.contains(stem) && !next.isEmpty()) {
      return Character.isUpperCase(next.codePointAt(0)) && !stem.equals("no");
    }
    return !lowerFollows;
  }
}
