package org.lecturehighlights.lecture.silence;

import java.io.Closeable;
import org.lecturehighlights.lecture.media.decode.AudioSamples;

/**
 * Measures levels of overlapping windows: each is two hops of 10 ms long and starts one hop after
 * the previous one.
 */
final class LevelMeter implements Closeable {
  static final int HOP_MILLIS = 10;

  private static final int HOP = AudioSamples.RATE * HOP_MILLIS / 1000;
  private static final double FULL_SCALE = 32768.0 * 32768.0;

  /** Pole of a high-pass filter at 76 Hz, which removes mains hum and DC offset. */
  private static final double POLE = 0.97;

  private final AudioSamples samples;
  private final short[] hop = new short[HOP];
  private double lastIn;
  private double lastOut;
  private double lastEnergy = Double.NaN;

  LevelMeter(AudioSamples samples) {
    this.samples = samples;
  }

  /** The level in dBFS of the next window, or NaN at the end. */
  double next() throws InterruptedException {
    if (Double.isNaN(lastEnergy)) {
      lastEnergy = energy();
    }
    double energy = energy();
    double level = 10 * Math.log10((lastEnergy + energy) / (2 * FULL_SCALE) + 1e-12);
    lastEnergy = energy;
    return level;
  }

  private double energy() throws InterruptedException {
    int count = samples.read(hop);
    if (count == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      lastOut = hop[i] - lastIn + POLE * lastOut;
      lastIn = hop[i];
      sum += lastOut * lastOut;
    }
    return sum / count;
  }

  @Override
  public void close() {
    samples.close();
  }
}
