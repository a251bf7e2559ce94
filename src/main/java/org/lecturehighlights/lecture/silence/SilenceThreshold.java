package org.lecturehighlights.lecture.silence;

/**
 * The level between the room and the voice, from the lecture's own levels. A fixed threshold finds
 * nothing in a noisy room; this one was measured from clean sound to noise of −30 dBFS.
 *
 * @param level in dBFS; below it a window is silent
 * @param outcome MICROPHONE_OFF, NOBODY_SPEAKS or SPEECH
 */
record SilenceThreshold(double level, SilenceAnalysis.Outcome outcome) {
  private static final double SHARE = 0.35;
  private static final double LOWEST = -60;
  private static final double HIGHEST = -25;

  /** Speech rises and falls by far more; the levels of noise and hum differ by 2 to 4 dB. */
  private static final double SMALLEST_MODULATION = 6;

  static SilenceThreshold of(LevelHistogram levels) {
    double room = levels.percentile(0.05);
    double voice = levels.percentile(0.95);
    if (voice < LOWEST) {
      return new SilenceThreshold(LOWEST, SilenceAnalysis.Outcome.MICROPHONE_OFF);
    }
    if (voice - room < SMALLEST_MODULATION) {
      // Somebody may still say a few words in a long recording.
      voice = levels.percentile(0.995);
      if (voice - room < SMALLEST_MODULATION) {
        return new SilenceThreshold(voice, SilenceAnalysis.Outcome.NOBODY_SPEAKS);
      }
    }
    double level = Math.clamp(room + SHARE * (voice - room), LOWEST, HIGHEST);
    return new SilenceThreshold(level, SilenceAnalysis.Outcome.SPEECH);
  }
}
