package org.lecturehighlights.lecture.silence.waveform;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.lecturehighlights.lecture.media.decode.AudioSamples;

/** Measures the waveform of a lecture in one pass, with bounded memory. */
public final class WaveformMeter {
  /**
   * Four times the points that a caller may request, so that no point is off by more than a
   * quarter.
   */
  private static final int MAX_BUCKETS = 20_000;

  /** Shorter buckets would not be visible. */
  private static final Duration SHORTEST_BUCKET = Duration.ofMillis(10);

  private WaveformMeter() {}

  /**
   * Measures the waveform of a sound.
   *
   * @param samples read to the end; the caller closes them
   * @param duration approximate length of the sound
   */
  public static Waveform measure(AudioSamples samples, Duration duration)
      throws InterruptedException {
    long share = duration.toMillis() / MAX_BUCKETS + 1;
    long millis = Math.max(SHORTEST_BUCKET.toMillis(), share);
    short[] bucket = new short[(int) (AudioSamples.RATE * millis / 1000)];
    ByteArrayOutputStream peaks = new ByteArrayOutputStream();
    for (int count = samples.read(bucket); count > 0; count = samples.read(bucket)) {
      int low = Short.MAX_VALUE;
      int high = Short.MIN_VALUE;
      for (int i = 0; i < count; i++) {
        low = Math.min(low, bucket[i]);
        high = Math.max(high, bucket[i]);
      }
      peaks.write(stored(low));
      peaks.write(stored(high));
    }
    return new Waveform(millis / 1000.0, peaks.toByteArray());
  }

  private static int stored(int sample) {
    return Math.round(sample * 127f / Short.MAX_VALUE);
  }
}
