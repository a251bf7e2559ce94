package org.lecturehighlights.lecture.timeline;

import java.time.Duration;
import java.util.Locale;

/**
 * A constant number of frames per second as a fraction, so that a moment is a whole frame.
 *
 * @param numerator frames
 * @param denominator seconds
 */
public record FrameRate(long numerator, long denominator) {

  /** The frame boundary that is nearest to a moment. */
  public long frameAt(Duration moment) {
    return frameAt(moment.toMillis() / 1000.0);
  }

  /** The frame boundary that is nearest to a moment. */
  public long frameAt(double seconds) {
    return Math.round(seconds * numerator / denominator);
  }

  /** So many frames as FCPXML writes it: a whole number of frames as a fraction of seconds. */
  public String rational(long count) {
    return count == 0 ? "0s" : "%d/%ds".formatted(count * denominator, numerator);
  }

  /** So many frames as a timecode that drops none: it counts whole frames, also at 29.97. */
  public String timecode(long count) {
    long base = Math.ceilDiv(numerator, denominator);
    long total = count / base;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d:%02d",
        total / 3600,
        total / 60 % 60,
        total % 60,
        count % base);
  }

  /** As ffmpeg writes it. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
