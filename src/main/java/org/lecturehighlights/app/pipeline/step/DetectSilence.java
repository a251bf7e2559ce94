package org.lecturehighlights.app.pipeline.step;

import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.silence.SilenceDetector;

/** Finds where nobody speaks. */
public final class DetectSilence {
  private final Ffmpeg ffmpeg;

  public DetectSilence(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  public SilenceAnalysis run(Recording recording) throws InterruptedException {
    return new SilenceDetector()
        .detect(
            recording.audio().map(file -> () -> AudioSamples.open(ffmpeg, file)),
            recording.duration(),
            recording.channelLevels());
  }
}
