package org.lecturehighlights.lecture.silence;

/**
 * The level between background noise and voice, derived from the lecture's own levels. A fixed
 * threshold finds nothing in a noisy recording; this one was tested from clean sound up to noise at
 * −30 dBFS.
 *
 * @param level in dBFS; windows below it are silent
 * @param outcome MICROPHONE_OFF, NOBODY_SPEAKS or SPEECH
 */
record SilenceThreshold(double level, SilenceAnalysis.Outcome outcome) {
  private static final double SHARE = 0.35;
  private static final double LOWEST = -60;
  private static final double HIGHEST = -25;

  /** In dB. Speech varies by far more, noise and hum only by 2 to 4 dB. */
  private static final double SMALLEST_MODULATION = 6;

  static SilenceThreshold of(LevelHistogram levels) {
    double background = levels.percentile(0.05);
    double voice = levels.percentile(0.95);
    if (voice < LOWEST) {
      return new SilenceThreshold(LOWEST, SilenceAnalysis.Outcome.MICROPHONE_OFF);
    }
    if (voice - background < SMALLEST_MODULATION) {
      // A long recording may still contain a few words.
      voice = levels.percentile(0.995);
      if (voice - background < SMALLEST_MODULATION) {
        return new SilenceThreshold(voice, SilenceAnalysis.Outcome.NOBODY_SPEAKS);
      }
    }
    double level = Math.clamp(background + SHARE * (voice - background), LOWEST, HIGHEST);
    return new SilenceThreshold(level, SilenceAnalysis.Outcome.SPEECH);
  }
}
