package org.lecturehighlights.pipeline.step;

import org.lecturehighlights.media.decode.AudioSamples;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.silence.SilenceAnalysis;
import org.lecturehighlights.silence.SilenceDetector;

/** Finds where nobody speaks. */
public final class DetectSilence {
  private final Ffmpeg ffmpeg;

  public DetectSilence(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  public SilenceAnalysis run(Intermediates intermediates) throws InterruptedException {
    return new SilenceDetector()
        .detect(
            intermediates.audio().map(file -> () -> AudioSamples.open(ffmpeg, file)),
            intermediates.duration(),
            intermediates.channelLevels());
  }
}
