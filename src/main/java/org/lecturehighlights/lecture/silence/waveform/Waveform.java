package org.lecturehighlights.lecture.silence.waveform;

/**
 * The extremes of the sound, bucket by bucket.
 *
 * @param bucketSeconds how long a bucket is; the last one may be cut short
 * @param peaks for each bucket its lowest and its highest level, 127 for full scale
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a column, which nobody compares
public record Waveform(double bucketSeconds, byte[] peaks) {
  private static final double FULL_SCALE = 127;

  /** Levels from -1 to 1, as many lows as highs. */
  public record Levels(double[] lows, double[] highs) {}

  public int buckets() {
    return peaks.length / 2;
  }

  public double seconds() {
    return buckets() * bucketSeconds;
  }

  /**
   * The same at fewer points, each with the extremes of its share of the time.
   *
   * @param points at least one; no more come than there are buckets
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

  /** In thousandths, which is more than a byte tells. */
  private static double level(int stored) {
    return Math.round(stored / FULL_SCALE * 1000) / 1000.0;
  }
}
