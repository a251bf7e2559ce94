package org.lecturehighlights.lecture.transcript.parse;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Time expressions of TTML (W3C, section 12.3): clock times with fractions or frames, and offsets
 * in hours, minutes, seconds, milliseconds, frames or ticks.
 */
final class TtmlClock {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,5}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9})|[:;](\\d{1,4})(?:\\.\\d+)?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)(h|ms|m|s|f|t)");
  private static final Pattern MULTIPLIER = Pattern.compile("(\\d{1,6})[ :](\\d{1,6})");
  private static final double USUAL_FRAME_RATE = 30;

  private final double countedRate;
  private final double frameRate;
  private final double tickRate;
  private final boolean smpte;
  private final boolean dropsFrames;

  /**
   * @param parameter the value of an attribute of the document, by its name; empty without one
   */
  TtmlClock(UnaryOperator<String> parameter) {
    double given = number(parameter.apply("frameRate"), 0);
    countedRate = given > 0 ? given : USUAL_FRAME_RATE;
    Matcher multiplier = MULTIPLIER.matcher(parameter.apply("frameRateMultiplier"));
    frameRate =
        multiplier.matches() && number(multiplier.group(2), 0) > 0
            ? countedRate * number(multiplier.group(1), 1) / number(multiplier.group(2), 1)
            : countedRate;
    double subFrames = number(parameter.apply("subFrameRate"), 1);
    tickRate = number(parameter.apply("tickRate"), given > 0 ? given * subFrames : 1);
    smpte = parameter.apply("timeBase").equals("smpte");
    dropsFrames = parameter.apply("dropMode").equals("dropNTSC");
  }

  private static double number(@Nullable String text, double otherwise) {
    return text != null && text.matches("\\d{1,12}(?:\\.\\d{1,9})?")
        ? Double.parseDouble(text)
        : otherwise;
  }

  /** In milliseconds; empty where it is no time. */
  OptionalLong millis(String expression) {
    String time = expression.strip();
    Matcher clock = CLOCK.matcher(time);
    if (clock.matches()) {
      return rounded(seconds(clock));
    }
    Matcher offset = OFFSET.matcher(time);
    if (!offset.matches()) {
      return OptionalLong.empty();
    }
    double count = Double.parseDouble(offset.group(1));
    return rounded(
        switch (offset.group(2)) {
          case "h" -> count * 3600;
          case "m" -> count * 60;
          case "ms" -> count / 1000;
          case "f" -> count / frameRate;
          case "t" -> count / Math.max(1e-9, tickRate);
          default -> count;
        });
  }

  private double seconds(Matcher clock) {
    long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
    long seconds = minutes * 60 + Long.parseLong(clock.group(3));
    @Nullable String fraction = clock.group(4);
    @Nullable String frames = clock.group(5);
    if (fraction != null) {
      return seconds + Double.parseDouble("0." + fraction);
    }
    long frame = frames == null ? 0 : Long.parseLong(frames);
    if (smpte) {
      long dropped = dropsFrames ? (minutes - minutes / 10) * 2 : 0;
      return (seconds * countedRate + frame - dropped) / frameRate;
    }
    return seconds + frame / frameRate;
  }

  private static OptionalLong rounded(double seconds) {
    return seconds < 36e6 ? OptionalLong.of(Math.round(seconds * 1000)) : OptionalLong.empty();
  }
}
