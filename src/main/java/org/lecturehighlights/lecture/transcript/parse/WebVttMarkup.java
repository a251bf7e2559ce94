package org.lecturehighlights.lecture.transcript.parse;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * The text of a WebVTT cue: tags, times of words, the reading of ruby and all character references
 * of HTML. A tag that WebVTT does not have is text, since captions of lectures show code.
 */
final class WebVttMarkup {
  private static final Set<String> TAGS =
      Set.of(
          "c", "i", "b", "u", "s", "v", "lang", "ruby", "rt", "rp", "font", "span", "em", "strong",
          "br");

  private static final Pattern TAG = Pattern.compile("(/?)([a-zA-Z]+)(?:[.\\s/][^<>]*+)?");
  private static final Pattern TIME =
      Pattern.compile("(?:\\d{1,4}:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}");
  private static final Pattern VOICE = Pattern.compile("v(?:\\.\\S*+)?\\s++(.++)", Pattern.DOTALL);

  private final String payload;
  private final long offset;
  private final CodeOrTag code;
  private final StringBuilder out = new StringBuilder();
  private @Nullable String speaker;
  private boolean reading;

  private WebVttMarkup(String payload, long offset) {
    this.payload = payload;
    this.offset = offset;
    this.code = new CodeOrTag(payload);
  }

  /**
   * @param offset milliseconds from the times of the file to those of the recording
   */
  static MarkedText read(String payload, long offset) {
    WebVttMarkup markup = new WebVttMarkup(payload, offset);
    markup.read();
    return new MarkedText(markup.out.toString(), markup.speaker);
  }

  private void read() {
    int at = 0;
    int close = -1;
    while (at < payload.length()) {
      int open = payload.indexOf('<', at);
      if (open < 0) {
        break;
      }
      if (close >= 0 && close < open) {
        close = -1;
      }
      close = close >= 0 ? close : payload.indexOf('>', open);
      if (close < 0) {
        break;
      }
      text(at, open);
      int inner = payload.indexOf('<', open + 1);
      boolean tag = (inner < 0 || inner > close) && tag(open, payload.substring(open + 1, close));
      if (!tag) {
        text("<");
      }
      at = tag ? close + 1 : open + 1;
    }
    text(at, payload.length());
  }

  private void text(int from, int to) {
    text(decoded(payload.substring(from, to)));
  }

  private void text(String text) {
    if (!reading) {
      out.append(text);
    }
  }

  /** Whether it is one; then it was taken account of. */
  private boolean tag(int at, String tag) {
    if (TIME.matcher(tag).matches()) {
      OptionalLong time = ClockTime.millis(tag);
      text(time.isPresent() ? MarkedText.mark(time.getAsLong() + offset) : "");
      return true;
    }
    Matcher parts = TAG.matcher(tag);
    if (!parts.matches()) {
      return false;
    }
    boolean opens = parts.group(1).isEmpty();
    String name = parts.group(2).toLowerCase(Locale.ROOT);
    if (!TAGS.contains(name) || (opens && code.isCode(at, name))) {
      return false;
    }
    switch (name) {
      case "br" -> text("\n");
      case "rt", "rp" -> reading = opens;
      case "ruby" -> reading = false;
      case "v" -> voice(tag);
      default -> {}
    }
    return true;
  }

  private void voice(String tag) {
    Matcher voice = VOICE.matcher(tag);
    if (speaker == null && voice.matches()) {
      speaker = decoded(voice.group(1));
    }
  }

  private static String decoded(String text) {
    return text.indexOf('&') < 0 ? text : HtmlEscape.unescapeHtml(text);
  }
}
