package org.lecturehighlights.lecture.transcript.parse;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Tells encodings of the Latin script apart, which the detector of other scripts does not: in the
 * right one, all letters with accents are those of one language.
 */
final class LatinScript {
  /** Of text in Latin script at most so many letters of a hundred have an accent. */
  private static final int MOST_ACCENTS = 35;

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

  /** The encoding in which the most letters fit one language; the usual one where several do. */
  static Charset charset(byte[] bytes, Charset usual) {
    byte[] beyond = beyondAscii(bytes);
    Charset best = usual;
    long most = -1;
    for (Candidate candidate : CANDIDATES) {
      if (Charset.isSupported(candidate.charset())) {
        Charset charset = Charset.forName(candidate.charset());
        String text = new String(beyond, charset).toLowerCase(Locale.ROOT);
        for (String language : candidate.languages()) {
          long fitting = fitting(text, letter -> language.indexOf(letter) >= 0);
          if (fitting > most) {
            most = fitting;
            best = charset;
          }
        }
      }
    }
    return best;
  }

  private static long fitting(String text, IntPredicate ofLanguage) {
    return text.codePoints()
        .filter(c -> ofLanguage.test(c) || "“”„‘’‚–—…«»€°§".indexOf(c) >= 0)
        .count();
  }

  private static byte[] beyondAscii(byte[] bytes) {
    List<Byte> found = new ArrayList<>();
    for (int i = 0; i < Math.min(bytes.length, EXAMINED); i++) {
      if (bytes[i] < 0) {
        found.add(bytes[i]);
      }
    }
    byte[] beyond = new byte[found.size()];
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] = found.get(i);
    }
    return beyond;
  }
}
