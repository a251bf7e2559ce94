package org.lecturehighlights.lecture.media.render;

/**
 * A constant number of frames per second as a fraction, so that a moment is a whole frame.
 *
 * @param numerator frames
 * @param denominator seconds
 */
record FrameRate(int numerator, int denominator) {
  /** Joins fall on whole frames; at fewer than 20 a second the picture would lag the sound. */
  private static final double SLOWEST = 20;

  /** Lectures gain nothing above it. */
  private static final double FASTEST = 31;

  private static final double USUAL = 25;

  /** The rate of the clip for the lecture's rate: doubled or halved into the useful range. */
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
        ? new FrameRate((int) whole * 1000, 1001)
        : new FrameRate((int) Math.round(rate * 1000), 1000);
  }

  /** The frame that is shown at a moment, or the next one if that is nearer. */
  long frameAt(double seconds) {
    return Math.round(seconds * numerator / denominator);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
