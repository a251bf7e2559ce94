package org.lecturehighlights.lecture.media.render;

import org.lecturehighlights.lecture.timeline.FrameRate;

/** The frame rate of a clip: the lecture's own, doubled or halved into the useful range. */
final class ClipFrameRate {
  /** Joins fall on whole frames; at fewer than 20 a second the picture would lag the sound. */
  private static final double SLOWEST = 20;

  /** Lectures gain nothing above it. */
  private static final double FASTEST = 31;

  private static final double USUAL = 25;

  private ClipFrameRate() {}

  static FrameRate of(double lecture) {
    double rate = lecture >= 1 && lecture <= 240 ? lecture : USUAL;
    while (rate < SLOWEST) {
      rate *= 2;
    }
    while (rate > FASTEST) {
      rate /= 2;
    }
    // 23.98, 29.97 are rounded names of n * 1000 / 1001.
    long whole = Math.round(rate * 1.001);
    boolean broadcast = Math.abs(rate - whole / 1.001) < 0.01 && Math.abs(rate - whole) > 0.01;
    return broadcast
        ? new FrameRate(whole * 1000, 1001)
        : new FrameRate(Math.round(rate * 1000), 1000);
  }
}
