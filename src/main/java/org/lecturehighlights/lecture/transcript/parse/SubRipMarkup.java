package org.lecturehighlights.lecture.transcript.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a SubRip cue. SubRip has no character references, and of HTML the five tags that
 * players know; what else stands in brackets and braces is text.
 */
final class SubRipMarkup {
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)\\s?(?:([bius])\\s?/?|(font)(?:\\s[^<>]*+)?)>", Pattern.CASE_INSENSITIVE);

  /** Of SubStation Alpha, such as {@code {\an8}}; {@code {\alpha}} is mathematics. */
  private static final Pattern OVERRIDES =
      Pattern.compile(
          "\\{(?:\\\\(?:an?\\d{1,2}|[bius]\\d++|[1-4]?[ac]&[^\\\\{}]*+|alpha&[^\\\\{}]*+"
              + "|(?:pos|move|fade?|org|i?clip|t)\\([^{}]*+|f(?:s|e|sc[xy]|sp|r[xyz]?|a[xy])-?[\\d.]++"
              + "|fn[^\\\\{}]++|[kK][fo]?\\d++|(?:be|blur|[xy]?bord|[xy]?shad|pbo|p|q)-?[\\d.]++"
              + "|r(?=[\\\\}])))++\\}");

  private static final Pattern BRACES = Pattern.compile("\\{([biu])}([^{}]*+)\\{/\\1}");

  private SubRipMarkup() {}

  static MarkedText read(String payload) {
    String text = payload;
    if (text.indexOf('{') >= 0) {
      text = OVERRIDES.matcher(text).replaceAll("");
      text = text.contains("{/") ? BRACES.matcher(text).replaceAll("$2") : text;
    }
    return new MarkedText(text.indexOf('<') < 0 ? text : withoutTags(text), null);
  }

  private static String withoutTags(String text) {
    CodeOrTag code = new CodeOrTag(text);
    Matcher tag = TAG.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (tag.find()) {
      String name = String.valueOf(tag.group(2) == null ? tag.group(3) : tag.group(2));
      boolean isCode =
          tag.group(1).isEmpty() && code.isCode(tag.start(), name.toLowerCase(Locale.ROOT));
      tag.appendReplacement(rest, isCode ? Matcher.quoteReplacement(tag.group()) : "");
    }
    return tag.appendTail(rest).toString();
  }
}
