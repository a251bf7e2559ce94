package org.lecturehighlights.lecture.media.decode;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the filters ebur128 and astats say at their end; the last word of each counts. */
record AudioReport(Optional<Loudness> loudness, List<Double> channelLevels) {
  private static final String NUMBER = "(-?inf|nan|-?\\d+(?:\\.\\d+)?)";
  private static final Pattern INTEGRATED = Pattern.compile("\\s+I:\\s+" + NUMBER + " LUFS");
  private static final Pattern PEAK = Pattern.compile("\\s+Peak:\\s+" + NUMBER + " dBFS");
  private static final Pattern CHANNEL =
      Pattern.compile("\\[Parsed_astats_\\d+ @ \\w+] Channel: (\\d+)");
  private static final Pattern LEVEL =
      Pattern.compile("\\[Parsed_astats_\\d+ @ \\w+] RMS level dB: " + NUMBER);

  static AudioReport read(List<String> log) {
    Optional<Double> integrated = Optional.empty();
    Optional<Double> peak = Optional.empty();
    TreeMap<Integer, Double> levels = new TreeMap<>();
    int channel = 0;
    for (String line : log) {
      Matcher loudness = INTEGRATED.matcher(line);
      Matcher highest = PEAK.matcher(line);
      Matcher number = CHANNEL.matcher(line);
      Matcher level = LEVEL.matcher(line);
      if (loudness.matches()) {
        integrated = Optional.of(decibel(loudness.group(1)));
      } else if (highest.matches()) {
        peak = Optional.of(decibel(highest.group(1)));
      } else if (number.matches()) {
        channel = Integer.parseInt(number.group(1));
      } else if (level.matches() && channel > 0) {
        levels.put(channel, decibel(level.group(1)));
      }
    }
    double loudest = peak.orElse(Double.NEGATIVE_INFINITY);
    return new AudioReport(
        integrated.map(value -> new Loudness(value, loudest)), List.copyOf(levels.values()));
  }

  private static double decibel(String number) {
    return switch (number) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "nan", "-nan" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(number);
    };
  }
}
