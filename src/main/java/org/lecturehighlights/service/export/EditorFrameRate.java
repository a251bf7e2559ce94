package org.lecturehighlights.service.export;

import java.math.BigInteger;
import org.lecturehighlights.lecture.timeline.FrameRate;

/** The frame rate of a list for an editor: the lecture's own, exactly. */
final class EditorFrameRate {
  private static final FrameRate USUAL = new FrameRate(25, 1);

  private EditorFrameRate() {}

  /** The exact rate that a rounded number stands for: 29.97 is 30000/1001. */
  static FrameRate of(double rate) {
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

  private static FrameRate reduced(long numerator, long denominator) {
    long common =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    return new FrameRate(numerator / common, denominator / common);
  }
}
