package org.lecturehighlights.service.search;

import java.util.Map;

/** Which of PostgreSQL's text search configurations takes endings off the words of a language. */
final class Stemmer {
  private static final Map<String, String> CONFIGURATIONS =
      Map.ofEntries(
          Map.entry("ar", "arabic"),
          Map.entry("da", "danish"),
          Map.entry("de", "german"),
          Map.entry("en", "english"),
          Map.entry("es", "spanish"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("hu", "hungarian"),
          Map.entry("it", "italian"),
          Map.entry("nl", "dutch"),
          Map.entry("no", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ro", "romanian"),
          Map.entry("ru", "russian"),
          Map.entry("sv", "swedish"),
          Map.entry("tr", "turkish"));

  /** Leaves words as they are. */
  static final String NONE = "simple";

  private Stemmer() {}

  /** Of a language that it does not know, {@link #NONE}. */
  static String of(String language) {
    return CONFIGURATIONS.getOrDefault(language, NONE);
  }
}
