package org.lecturehighlights.lecture.timeline;

import java.time.Duration;
import java.util.Locale;

/**
 * A constant number of frames per second as an exact fraction, so that times map to whole frames.
 *
 * @param numerator frames
 * @param denominator seconds
 */
public record FrameRate(long numerator, long denominator) {

  /** The frame boundary nearest to a time. */
  public long frameAt(Duration moment) {
    return frameAt(moment.toMillis() / 1000.0);
  }

  /** The frame boundary nearest to a time. */
  public long frameAt(double seconds) {
    return Math.round(seconds * numerator / denominator);
  }

  /** The duration of this many frames as FCPXML writes it: as a fraction of seconds. */
  public String rational(long count) {
    return count == 0 ? "0s" : "%d/%ds".formatted(count * denominator, numerator);
  }

  /** This many frames as a non-drop-frame timecode, which counts whole frames even at 29.97. */
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

  /** The form that ffmpeg uses. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
