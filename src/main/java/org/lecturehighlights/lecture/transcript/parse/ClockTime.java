package org.lecturehighlights.lecture.transcript.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as caption files write them, in milliseconds: {@code 1:02:03.5}, {@code 00:02:03,500},
 * {@code 02:03}, and what programs made of them: hours of any length, a colon before the
 * milliseconds, frames, blanks around the colons.
 */
final class ClockTime {
  /** A time within a line, to be given to {@link #millis}. */
  static final String PATTERN = "-?\\s?\\d{1,9}(?:\\s{0,2}[:.,;]\\s{0,2}\\d{1,9}){0,5}";

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** More than a year: no recording is that long. */
  private static final long LONGEST = 10_000L * 3_600_000;

  /** Where a time counts frames and nobody says how many there are in a second. */
  private static final int USUAL_FRAME_RATE = 25;

  private static final int HIGHEST_FRAME_RATE = 60;

  private ClockTime() {}

  /** Empty where it is no time, or none that a recording can have; may be negative. */
  static OptionalLong millis(String time) {
    List<String> numbers = new ArrayList<>();
    StringBuilder separators = new StringBuilder();
    Matcher number = NUMBER.matcher(time);
    int last = -1;
    while (number.find()) {
      if (last >= 0) {
        separators.append(time.substring(last, number.start()).strip());
      }
      numbers.add(number.group());
      last = number.end();
    }
    if (numbers.isEmpty() || numbers.size() > 4 || separators.length() != numbers.size() - 1) {
      return OptionalLong.empty();
    }
    long millis = unsigned(numbers, separators.toString());
    if (millis < 0 || millis > LONGEST) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(time.stripLeading().startsWith("-") ? -millis : millis);
  }

  private static long unsigned(List<String> numbers, String separators) {
    String rest = numbers.getLast();
    if (numbers.size() == 1) {
      return seconds(numbers);
    }
    char before = separators.charAt(separators.length() - 1);
    boolean point = before == '.' || before == ',';
    if (numbers.size() < 4
        && separators.substring(0, separators.length() - 1).matches(".*[.,].*")) {
      return -1;
    }
    if (point) {
      return seconds(numbers.subList(0, numbers.size() - 1)) + fraction(rest);
    }
    if (numbers.size() == 4) {
      return seconds(numbers.subList(0, 3)) + (rest.length() == 3 ? fraction(rest) : frames(rest));
    }
    boolean millisAfterColon = numbers.size() == 3 && rest.length() == 3;
    return millisAfterColon ? seconds(numbers.subList(0, 2)) + fraction(rest) : seconds(numbers);
  }

  /** Of hours, minutes and seconds, of minutes and seconds, or of seconds. */
  private static long seconds(List<String> numbers) {
    long seconds = 0;
    for (String number : numbers) {
      seconds = seconds * 60 + Long.parseLong(number);
    }
    return seconds * 1000;
  }

  private static long fraction(String digits) {
    return Long.parseLong((digits + "00").substring(0, 3));
  }

  private static long frames(String digits) {
    int frame = Integer.parseInt(digits);
    int rate = frame < USUAL_FRAME_RATE ? USUAL_FRAME_RATE : HIGHEST_FRAME_RATE;
    return frame >= rate ? -1 : frame * 1000L / rate;
  }
}
