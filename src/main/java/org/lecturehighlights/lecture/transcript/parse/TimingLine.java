package org.lecturehighlights.lecture.transcript.parse;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line of a caption file is: the times of a cue, times that cannot be read, or text. */
sealed interface TimingLine {
  /** No times at all. */
  record Text() implements TimingLine {}

  /** Meant as times, but not to be read. */
  record Broken() implements TimingLine {}

  /**
   * When a cue is shown, in milliseconds as they are written, perhaps negative or in the wrong
   * order.
   *
   * @param end null where the line has none
   * @param usual written as the formats demand it
   */
  record Times(long start, @Nullable Long end, boolean usual) implements TimingLine {}

  /** Cues of SubRip and WebVTT: {@code 00:00:01.000 --> 00:00:04.000}, settings after it. */
  static TimingLine withArrow(String line, boolean blockStarts) {
    return ArrowLine.of(line, blockStarts);
  }

  /** Cues of YouTube's SBV: {@code 0:00:01.000,0:00:04.000}. */
  static TimingLine withComma(String line) {
    return CommaLine.of(line);
  }

  /** Reads times around an arrow, in any of the shapes that people and programs give to it. */
  final class ArrowLine {
    /** Nobody writes longer times; settings may follow. */
    private static final int EXAMINED = 300;

    /** Of what {@link #normal} makes of a line. */
    private static final Pattern LINE =
        Pattern.compile(
            "\\s*+(%1$s)\\s*+(-[-\\s]*+>++|=++>++|>++|-{1,3}+)\\s*+(%1$s)?+(.*+)"
                .formatted(ClockTime.PATTERN));

    private static final Pattern ARROW = Pattern.compile("-\\s?-*+\\s?>|=>");
    private static final Pattern CLOCK =
        Pattern.compile("\\s*+[-\\dOo][\\dOo]?+\\s?:\\s?[^\\s/].*+");

    /** A time that says more than minutes and seconds. */
    private static final Pattern PRECISE = Pattern.compile(".*:.*[:.,].*");

    private static final Pattern TWO_DIGITS =
        Pattern.compile("[^:]*+(?::\\s?\\d\\d(?!\\d))++[^:]*+");

    private ArrowLine() {}

    static TimingLine of(String written, boolean blockStarts) {
      if (!mayHaveTimes(written)) {
        return new Text();
      }
      String line = normal(written, blockStarts);
      Matcher times = LINE.matcher(line);
      if (times.matches() && isMeant(times, blockStarts)) {
        @Nullable Times read = read(times);
        if (read != null) {
          return read;
        }
      }
      return isBroken(line, blockStarts) ? new Broken() : new Text();
    }

    private static boolean mayHaveTimes(String line) {
      int examined = Math.min(line.length(), EXAMINED);
      for (int i = 0; i < examined; i++) {
        char c = line.charAt(i);
        if (c == '>'
            || c == '-'
            || (c >= '\u2010' && c <= '\u2015')
            || c == '\u2212'
            || isArrow(c)
            || (c == '&' && line.startsWith("&gt;", i))) {
          return true;
        }
      }
      return false;
    }

    private static boolean isArrow(char c) {
      return (c >= '\u2190' && c <= '\u21ff') || (c >= '\u27f0' && c <= '\u27ff') || c == '\u2794';
    }

    /** Digits, colons, dashes and arrows of all scripts and keyboards as ASCII has them. */
    private static String normal(String written, boolean blockStarts) {
      String start = written.substring(0, Math.min(written.length(), EXAMINED));
      // Within a text the reference is what WebVTT writes for an arrow that is said.
      String line = blockStarts ? start.replace("&gt;", ">") : start;
      StringBuilder normal = new StringBuilder();
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        if (digit >= 0) {
          normal.append((char) ('0' + digit));
        } else if (isArrow(c)) {
          normal.append("->");
        } else {
          switch (c) {
            case '\uff1a' -> normal.append(':');
            case '\uff0c', '\u060c', '\u066b' -> normal.append(',');
            case '\uff0e' -> normal.append('.');
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' ->
                normal.append('-');
            case '\u00a0', '\u3000' -> normal.append(' ');
            case '\u200e', '\u200f' -> {}
            default -> normal.append(c);
          }
        }
      }
      return normal.toString();
    }

    /** Not just "3 -> 5" or a range of times within a sentence. */
    private static boolean isMeant(Matcher times, boolean blockStarts) {
      String start = times.group(1);
      String arrow = times.group(2).replaceAll("\\s", "");
      @Nullable String end = times.group(3);
      String rest = times.group(4);
      if (!rest.isEmpty() && Character.isLetterOrDigit(rest.charAt(0))) {
        return false;
      }
      boolean clocks = start.contains(":") && (end == null || end.contains(":"));
      if (arrow.equals("-->")) {
        boolean fractions = end != null && start.matches(".*[.,].*") && end.matches(".*[.,].*");
        return (clocks || fractions) && (end != null || rest.isBlank());
      }
      boolean exact =
          TWO_DIGITS.matcher(start).matches() && end != null && TWO_DIGITS.matcher(end).matches();
      boolean hasHead = arrow.length() > 1 && arrow.endsWith(">");
      return exact
          && (blockStarts
              ? hasHead || rest.isBlank()
              : hasHead && PRECISE.matcher(start).matches());
    }

    private static @Nullable Times read(Matcher times) {
      OptionalLong start = ClockTime.millis(times.group(1));
      @Nullable String written = times.group(3);
      OptionalLong end = written == null ? OptionalLong.empty() : ClockTime.millis(written);
      if (start.isEmpty() || (written != null && end.isEmpty())) {
        return null;
      }
      boolean usual = times.group(2).equals("-->") && end.isPresent();
      return new Times(start.getAsLong(), end.isPresent() ? end.getAsLong() : null, usual);
    }

    /** At the start of a block nothing but times has an arrow; elsewhere text may have one. */
    private static boolean isBroken(String line, boolean blockStarts) {
      if (!ARROW.matcher(line).find()) {
        return false;
      }
      if (blockStarts && line.contains("-->")) {
        return true;
      }
      long digits = line.chars().filter(Character::isDigit).count();
      long letters = line.chars().filter(Character::isLetter).count();
      return digits >= 4 && digits >= letters && CLOCK.matcher(line).matches();
    }
  }

  /** Reads times with a comma between them. */
  final class CommaLine {
    private static final String TIME = "-?\\d{1,4}:\\d{1,2}:\\d{1,2}(?:\\.\\d{1,9})?";
    private static final Pattern LINE =
        Pattern.compile("\\s*+(%1$s)\\s*+,\\s*+(%1$s)\\s*+".formatted(TIME));
    private static final Pattern BROKEN =
        Pattern.compile("\\s*+\\d{1,2}:[\\d:.,\\s]*+\\w?[\\d:.,\\s]*+");

    private CommaLine() {}

    static TimingLine of(String line) {
      if (line.length() > 60 || line.indexOf(',') < 0) {
        return new Text();
      }
      Matcher times = LINE.matcher(line);
      if (times.matches()) {
        OptionalLong start = ClockTime.millis(times.group(1));
        OptionalLong end = ClockTime.millis(times.group(2));
        if (start.isPresent() && end.isPresent()) {
          return new Times(start.getAsLong(), end.getAsLong(), true);
        }
      }
      return BROKEN.matcher(line).matches() ? new Broken() : new Text();
    }
  }
}
