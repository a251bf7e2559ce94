package org.lecturehighlights.service.result.player;

import org.lecturehighlights.lecture.silence.waveform.Waveform;

/**
 * The waveform of a lecture, for drawing.
 *
 * @param duration of the sound in seconds
 * @param points number of points
 * @param secondsPerPoint point i begins at i times this value
 * @param lows the lowest level of each point, -1 to 1
 * @param highs the highest level of each point, -1 to 1
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
