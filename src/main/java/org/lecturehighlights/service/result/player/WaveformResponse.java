package org.lecturehighlights.service.result.player;

import org.lecturehighlights.lecture.silence.waveform.Waveform;

/**
 * The sound of a lecture to be drawn.
 *
 * @param duration seconds of sound
 * @param points how many there are
 * @param secondsPerPoint point i begins at i times this
 * @param lows the lowest level of each point, -1 to 1
 * @param highs the highest
 */
record WaveformResponse(
    String jobId,
    double duration,
    int points,
    double secondsPerPoint,
    double[] lows,
    double[] highs) {

  static WaveformResponse of(String jobId, Waveform waveform, int points) {
    Waveform.Levels levels = waveform.levels(points);
    int count = levels.lows().length;
    return new WaveformResponse(
        jobId,
        Math.round(waveform.seconds() * 1000) / 1000.0,
        count,
        waveform.seconds() / count,
        levels.lows(),
        levels.highs());
  }
}
