package org.lecturehighlights.lecture.timeline;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;

/**
 * Frames per second as a fraction.
 *
 * @param frames in {@code seconds} seconds
 */
public record FrameRate(long frames, long seconds) {
  private static final FrameRate USUAL = new FrameRate(25, 1);

  /** The exact rate that a rounded number stands for: 29.97 is 30000/1001. */
  public static FrameRate of(double rate) {
    if (!(rate >= 1 && rate <= 1000)) {
      return USUAL;
    }
    long whole = Math.round(rate);
    if (Math.abs(rate - whole) < 0.005) {
      return new FrameRate(whole, 1);
    }
    long broadcast = Math.round(rate * 1.001);
    return Math.abs(rate - broadcast / 1.001) < 0.01
        ? new FrameRate(broadcast * 1000, 1001)
        : reduced(Math.round(rate * 1000), 1000);
  }

  private static FrameRate reduced(long frames, long seconds) {
    long common = BigInteger.valueOf(frames).gcd(BigInteger.valueOf(seconds)).longValueExact();
    return new FrameRate(frames / common, seconds / common);
  }

  /** The frame boundary that is nearest to a moment. */
  public long frameAt(Duration moment) {
    return Math.round(moment.toMillis() / 1000.0 * frames / seconds);
  }

  /** So many frames as FCPXML writes it: a whole number of frames as a fraction of seconds. */
  public String rational(long count) {
    return count == 0 ? "0s" : "%d/%ds".formatted(count * seconds, frames);
  }

  /** So many frames as a timecode that drops none: it counts whole frames, also at 29.97. */
  public String timecode(long count) {
    long base = nominal();
    long total = count / base;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d:%02d",
        total / 3600,
        total / 60 % 60,
        total % 60,
        count % base);
  }

  private long nominal() {
    return Math.ceilDiv(frames, seconds);
  }
}
