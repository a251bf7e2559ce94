package org.lecturehighlights.service.export;

import java.math.BigInteger;
import org.lecturehighlights.lecture.timeline.FrameRate;

/** The exact frame rate of the lecture, for cut lists. */
final class EditorFrameRate {
  private static final FrameRate DEFAULT = new FrameRate(25, 1);

  private EditorFrameRate() {}

  /** The exact rate behind a rounded number; for example, 29.97 means 30000/1001. */
  static FrameRate of(double rate) {
    if (!(rate >= 1 && rate <= 1000)) {
      return DEFAULT;
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
