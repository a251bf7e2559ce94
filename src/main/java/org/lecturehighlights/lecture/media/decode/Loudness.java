package org.lecturehighlights.lecture.media.decode;

/**
 * How loud a lecture is as a whole, measured after EBU R 128.
 *
 * @param integrated in LUFS; −70 or less for silence
 * @param peak highest sample in dBFS; negative infinity for digital silence
 */
public record Loudness(double integrated, double peak) {
  /** The usual loudness of speech on the web and of podcasts, in LUFS. */
  public static final double WEB_SPEECH = -16;

  private static final double SILENCE = -60;
  private static final double LARGEST_GAIN = 20;

  /**
   * The gain in dB that brings the lecture to a loudness; 0 for silence, and bounded, so that noise
   * is not blown up.
   */
  public double gainTo(double target) {
    if (integrated < SILENCE) {
      return 0;
    }
    return Math.clamp(target - integrated, -LARGEST_GAIN, LARGEST_GAIN);
  }
}
