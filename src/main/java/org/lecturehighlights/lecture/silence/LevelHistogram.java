package org.lecturehighlights.lecture.silence;

/**
 * How often each level occurred, in steps of 0.1 dB from −120 dB: percentiles in constant memory.
 */
final class LevelHistogram {
  private static final double LOWEST = -120;
  private static final int STEPS_PER_DECIBEL = 10;

  private final long[] counts = new long[((int) -LOWEST) * STEPS_PER_DECIBEL + 1];
  private long total;

  void add(double level) {
    int step = (int) Math.round((Math.clamp(level, LOWEST, 0) - LOWEST) * STEPS_PER_DECIBEL);
    counts[step]++;
    total++;
  }

  /** The level in dBFS that the given share of windows does not exceed. */
  double percentile(double share) {
    long wanted = (long) Math.ceil(share * total);
    long seen = 0;
    for (int step = 0; step < counts.length; step++) {
      seen += counts[step];
      if (seen >= wanted && seen > 0) {
        return LOWEST + (double) step / STEPS_PER_DECIBEL;
      }
    }
    return LOWEST;
  }
}
