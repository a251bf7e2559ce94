package org.lecturehighlights.lecture.silence.waveform;

/**
 * The lowest and highest levels of the sound, per bucket.
 *
 * @param bucketSeconds length of a bucket; the last one may be shorter
 * @param peaks the lowest and the highest level of each bucket, 127 for full scale
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a column, which are never compared
public record Waveform(double bucketSeconds, byte[] peaks) {
  private static final double FULL_SCALE = 127;

  /** Levels from -1 to 1; both arrays have the same length. */
  public record Levels(double[] lows, double[] highs) {}

  public int buckets() {
    return peaks.length / 2;
  }

  public double seconds() {
    return buckets() * bucketSeconds;
  }

  /**
   * Reduces the waveform to fewer points, each with the extremes of its period.
   *
   * @param points at least one; the result has no more points than there are buckets
   */
  public Levels levels(int points) {
    int count = Math.min(points, buckets());
    double[] lows = new double[count];
    double[] highs = new double[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * buckets() / count);
      int to = (int) ((long) (i + 1) * buckets() / count);
      int low = Byte.MAX_VALUE;
      int high = Byte.MIN_VALUE;
      for (int bucket = from; bucket < to; bucket++) {
        low = Math.min(low, peaks[2 * bucket]);
        high = Math.max(high, peaks[2 * bucket + 1]);
      }
      lows[i] = level(low);
      highs[i] = level(high);
    }
    return new Levels(lows, highs);
  }

  /** Rounds to thousandths, which is more precise than the stored byte. */
  private static double level(int stored) {
    return Math.round(stored / FULL_SCALE * 1000) / 1000.0;
  }
}
