package org.lecturehighlights.lecture.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * English words: which ones say nothing about a topic, and which ones are forms of the same word.
 */
public final class Words {
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");

  private static final Set<String> STOP =
      Set.of(
          """
          a about above across actually after again against all almost along already also although
          always am an and another any anybody anyone anything are aren around as ask at away back be
          became because been before behind being below between both but by ca call came can cannot
          come comes coming could couldn d did didn do does doesn doing don done down during each
          eight either else enough er even ever every everybody everyone everything exactly far few
          find first five for four from further gave get gets getting give given gives go goes going
          gone gonna good got had hadn happen happens has hasn have haven having he hello her here hers
          herself hi him himself his how however i if in indeed instead into is isn it its itself just
          keep kind knew know known knows last later least less let lets like little ll long look
          looking looks lot lots m made make makes making many may maybe me mean means might mine more
          most much must my myself near need needs neither never new next nine no nobody none nor not
          nothing now number of off often oh ok okay on once one ones only onto or other others our ours
          ourselves out over own part per perhaps please point put puts quite rather re really right s
          said same saw say saying says second see seen seven several shall she should shouldn show
          shows simply since six so some somebody somehow someone something sometimes soon still such
          sure t take taken takes talk talking tell tells ten than thank thanks that the their theirs
          them themselves then there therefore these they thing things think third this those though
          three through thus to today together told too took toward towards tried try trying two uh um
          under until up upon us use used uses using usually ve very want wanted wants was wasn way we
          well went were weren what whatever when where whether which while who whole whom whose why
          will with within without won word words would wouldn yes yet you your yours yourself
          yourselves zero ah
          """
              .strip()
              .split("\\s+"));

  /** Verbs that often occur next to a term in lectures but are not part of it. */
  private static final Set<String> VERBS =
      Set.of(
          """
          accept accepts allow allows appear appears apply applies ask asks become becomes begin begins
          bring brings build builds call calls carry carries cause causes change changes choose compute
          computes consider contain contains count counts cover covers create creates decide decides
          define defined defines depend depends describe describes divided enter enters explain explains
          find finds follow follows happen help helps hold holds include includes keeps learn learned
          lead leads learns listen listens maps move moves need needed occur occurs own owns
          please point points prevent produce produces protect protects provide provides reach read reads
          remember require requires return returns review run runs send sends solve solves stands start
          starts stop stops store stores suppose turn turns understand wait waits work works write writes
          """
              .strip()
              .split("\\s+"));

  /** Endings, the longest first, so that the longest match is removed. */
  private static final List<String> ENDINGS =
      List.of(
          "ization", "ational", "fulness", "ousness", "iveness", "ations", "ation", "ator", "ment",
          "ness", "able", "ible", "ance", "ence", "ally", "ical", "edly", "ing", "ity", "ive", "ed",
          "ly", "al", "er", "ic");

  private Words() {}

  /** The words of a text in lower case, without digits and punctuation. */
  public static List<String> of(String text) {
    return NOT_A_LETTER
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether a word can indicate a topic: not a function word, and longer than one letter. */
  public static boolean isTopical(String word) {
    return word.length() > 1 && !STOP.contains(word);
  }

  /** Whether a word is a verb that is not part of terms. */
  static boolean isCommonVerb(String word) {
    return VERBS.contains(word);
  }

  /** A key shared by the forms of a word; not necessarily a word itself. */
  public static String stem(String word) {
    if (word.length() <= 3) {
      return word;
    }
    String stem = withoutEnding(singular(word));
    int last = stem.length() - 1;
    if (last >= 3
        && stem.charAt(last) == stem.charAt(last - 1)
        && "lsz".indexOf(stem.charAt(last)) < 0) {
      stem = stem.substring(0, last);
    }
    return stem.length() > 3 && "eiy".indexOf(stem.charAt(stem.length() - 1)) >= 0
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("sses")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural =
        word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        String rest = word.substring(0, word.length() - ending.length());
        boolean verb = ending.equals("ing") || ending.equals("ed");
        if (rest.length() >= 4
            || (verb
                && rest.length() == 3
                && rest.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0))) {
          return rest;
        }
      }
    }
    return word;
  }
}
