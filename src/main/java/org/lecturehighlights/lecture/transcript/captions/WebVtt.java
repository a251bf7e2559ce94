package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** Captions in the WebVTT format of the W3C, read with tolerance and written for players. */
public final class WebVtt {
  private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
  // Nothing below reads a character again and again: captions of megabytes may be made for that.
  private static final Pattern TIMING = Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME);
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]*+)?\\s++([^<>]++)>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^<>]*+>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");

  /** {@code [Music]}, {@code (applause)} on its own line, note signs: sounds, not speech. */
  private static final Pattern SOUND =
      Pattern.compile("\\[[^\\[\\]\\n]*+]|[♪♫]+|(?m)^[^\\S\\n]*+\\([^()]*+\\)[^\\S\\n]*+$");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\u200e\\u200f]+");
  private static final Pattern SPEAKER_CHANGE = Pattern.compile("^(?:>>+|-)\\s+");

  /** More than an hour of speech; what follows in the same cue is nothing that anybody reads. */
  private static final int MOST_CHARACTERS = 100_000;

  /** A cue that ends before it starts is shown as long as its text takes to say. */
  private static final Duration PER_CHARACTER = Duration.ofMillis(65);

  private WebVtt() {}

  /**
   * Reads what can be read: byte order mark, any line end, missing hours, commas as decimal sign,
   * settings, notes, styles and cues in any order are accepted. Rolling captions lose what they
   * repeat, overlapping cues are cut where the next one starts.
   *
   * @return cues by start, not overlapping, none empty; empty for text without cues
   */
  public static List<Cue> read(String text) {
    List<Cue> cues = new ArrayList<>();
    String[] lines = text.replace("\uFEFF", "").replace("\0", "").split("\\r\\n|\\r|\\n", -1);
    for (int at = 0; at < lines.length; at++) {
      Matcher timing = TIMING.matcher(lines[at]);
      if (!timing.find()) {
        continue; // header, note, style, identifier or blank
      }
      StringBuilder payload = new StringBuilder();
      while (at + 1 < lines.length
          && !lines[at + 1].isBlank()
          && !TIMING.matcher(lines[at + 1]).find()) {
        String line = lines[++at];
        int room = Math.max(0, MOST_CHARACTERS - payload.length());
        if (room > 0) {
          payload.append(line, 0, Math.min(line.length(), room)).append('\n');
        }
      }
      Matcher voice = VOICE.matcher(payload);
      @Nullable String speaker = voice.find() ? plain(voice.group(1)) : null;
      String said = plain(payload.toString());
      if (!said.isEmpty()) {
        Duration start = time(timing, 1);
        Duration end = time(timing, 5);
        Duration shown =
            end.compareTo(start) > 0 ? end : start.plus(PER_CHARACTER.multipliedBy(said.length()));
        cues.add(new Cue(new Span(start, shown), said, speaker));
      }
    }
    return RollingCaptions.settle(cues);
  }

  static void write(Iterator<Cue> cues, Appendable out) throws IOException {
    out.append("WEBVTT\n");
    while (cues.hasNext()) {
      Cue cue = cues.next();
      String text = escape(cue.text());
      @Nullable String speaker = cue.speaker();
      out.append('\n')
          .append(clock(cue.span().start(), '.'))
          .append(" --> ")
          .append(clock(cue.span().end(), '.'))
          .append('\n')
          .append(speaker == null ? text : "<v " + escape(speaker) + ">" + text)
          .append('\n');
    }
  }

  /** {@code hh:mm:ss.mmm}, with as many digits for the hours as they need. */
  static String clock(Duration time, char decimal) {
    return "%02d:%02d:%02d%c%03d"
        .formatted(
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart(),
            decimal,
            time.toMillisPart());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Duration time(Matcher timing, int group) {
    @Nullable String hours = timing.group(group);
    String fraction = (timing.group(group + 3) + "00").substring(0, 3);
    return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
        .plusMinutes(Long.parseLong(timing.group(group + 1)))
        .plusSeconds(Long.parseLong(timing.group(group + 2)))
        .plusMillis(Long.parseLong(fraction));
  }

  private static String plain(String payload) {
    String untagged = TAG.matcher(payload).replaceAll("");
    String decoded = ENTITY.matcher(untagged).replaceAll(m -> Matcher.quoteReplacement(entity(m)));
    StringBuilder kept = new StringBuilder();
    for (String line : SOUND.matcher(decoded).replaceAll(" ").split("\n", -1)) {
      String tidy = SPACES.matcher(line).replaceAll(" ").strip();
      if (!tidy.isEmpty()) {
        kept.append(kept.isEmpty() ? "" : "\n").append(tidy);
      }
    }
    return SPEAKER_CHANGE.matcher(kept).replaceFirst("");
  }

  private static String entity(java.util.regex.MatchResult match) {
    String name = match.group(1);
    if (name.startsWith("#")) {
      boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : "";
    }
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      case "lrm", "rlm" -> "";
      default -> match.group();
    };
  }
}
