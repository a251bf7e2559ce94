package org.lecturehighlights.lecture.transcript.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/** Makes XML of what people and programs write in its place. */
final class XmlRepair {
  private static final String CDATA = "<![CDATA[";
  private static final String END_OF_CDATA = "]]>";
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:(amp|lt|gt|quot|apos|#\\d{1,7}|#x\\p{XDigit}{1,6});|(\\w{1,32};)?)");
  private static final Pattern LESS = Pattern.compile("<(?![\\p{L}_/!?])");
  private static final Pattern NEVER_IN_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

  private XmlRepair() {}

  /** With the references of HTML resolved, and bare {@code &} and {@code <} escaped. */
  static String repaired(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    String allowed = NEVER_IN_XML.matcher(lines).replaceAll("");
    StringBuilder repaired = new StringBuilder(allowed.length());
    int at = 0;
    while (at < allowed.length()) {
      int from = allowed.indexOf(CDATA, at);
      int to = from < 0 ? -1 : allowed.indexOf(END_OF_CDATA, from);
      if (to < 0) {
        break;
      }
      int after = to + END_OF_CDATA.length();
      repaired.append(escaped(allowed.substring(at, from))).append(allowed, from, after);
      at = after;
    }
    return repaired.append(escaped(allowed.substring(at))).toString();
  }

  private static String escaped(String text) {
    String references =
        REFERENCE
            .matcher(text)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    found.group(1) != null ? found.group() : html(found.group())));
    return LESS.matcher(references).replaceAll("&lt;");
  }

  private static String html(String reference) {
    String character = HtmlEscape.unescapeHtml(reference);
    return character.equals(reference) ? "&amp;" + reference.substring(1) : character;
  }
}
