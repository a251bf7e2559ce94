package org.lecturehighlights.lecture.transcript.parse;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * Tells encodings of the Latin script apart, which the detector of other scripts does not: in the
 * right one, all letters with accents are those of one language.
 */
final class LatinScript {
  /** Of text in Latin script at most so many letters of a hundred have an accent. */
  private static final int MOST_ACCENTS = 45;

  private static final int EXAMINED = 200_000;

  private static final List<String> WESTERN =
      List.of(
          "äöüß",
          "àâçéèêëîïôùûüÿœæ",
          "áéíóúñü",
          "ãõáâàçéêíóôúü",
          "àèéìíòóùú",
          "åäöæøéü",
          "áðéíóúýþæö",
          "áàäéèêëíïóôöúû",
          "àçèéíïòóúü");
  private static final List<String> CENTRAL =
      List.of(
          "ąćęłńóśźż",
          "áčďéěíňóřšťúůýž",
          "áäčďéíĺľňóôŕšťúýž",
          "áéíóöőúüű",
          "čćđšž",
          "ăâîşţșț",
          "áéíóúýčšžłěćńŕśź");
  private static final List<String> TURKISH = List.of("çğıiöşüâîû");
  private static final List<String> BALTIC = List.of("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž");

  private record Candidate(String charset, List<String> languages) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("windows-1252", WESTERN),
          new Candidate("windows-1250", CENTRAL),
          new Candidate("windows-1254", TURKISH),
          new Candidate("ISO-8859-2", CENTRAL),
          new Candidate("windows-1257", BALTIC),
          new Candidate("IBM850", WESTERN),
          new Candidate("IBM852", CENTRAL),
          new Candidate("x-MacRoman", WESTERN));

  private LatinScript() {}

  /** Whether most letters are those of ASCII. */
  static boolean isLatin(byte[] bytes) {
    int ascii = 0;
    int beyond = 0;
    for (int i = 0; i < Math.min(bytes.length, EXAMINED); i++) {
      ascii += Character.isLetter(bytes[i] & 0x7f) && bytes[i] >= 0 ? 1 : 0;
      beyond += bytes[i] < 0 ? 1 : 0;
    }
    return beyond * 100L <= (ascii + beyond) * (long) MOST_ACCENTS;
  }

  /**
   * The encoding in which the most letters fit one language; the first where several do.
   *
   * @param share of the letters beyond ASCII that fit, 0 to 1
   */
  record Guess(Charset charset, double share) {}

  static Guess guess(byte[] bytes) {
    byte[] examined = Arrays.copyOf(bytes, Math.min(bytes.length, EXAMINED));
    Guess best = new Guess(Charset.forName("windows-1252"), 0);
    for (Candidate candidate : CANDIDATES) {
      if (Charset.isSupported(candidate.charset())) {
        Charset charset = Charset.forName(candidate.charset());
        String text = new String(examined, charset);
        for (String language : candidate.languages()) {
          double share = share(text, language);
          best = share > best.share() ? new Guess(charset, share) : best;
        }
      }
    }
    return best;
  }

  private static double share(String text, String language) {
    int fitting = 0;
    int beyond = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        beyond++;
        boolean capitalWithin =
            Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1));
        boolean known = language.indexOf(Character.toLowerCase(c)) >= 0 && !capitalWithin;
        fitting += known || "“”„‘’‚–—…«»€°§".indexOf(c) >= 0 ? 1 : 0;
      }
    }
    return beyond == 0 ? 0 : fitting / (double) beyond;
  }
}
