package org.lecturehighlights.service.search;

import java.util.Map;

/** PostgreSQL's text search configuration that stems the words of a language. */
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

  /** The configuration that does not stem. */
  static final String NONE = "simple";

  private Stemmer() {}

  /** The configuration of a language; {@link #NONE} for an unsupported one. */
  static String of(String language) {
    return CONFIGURATIONS.getOrDefault(language, NONE);
  }
}
