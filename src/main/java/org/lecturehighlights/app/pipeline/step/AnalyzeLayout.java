package org.lecturehighlights.app.pipeline.step;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.detection.LayoutDetector;
import org.lecturehighlights.lecture.media.decode.GrayFrames;
import org.lecturehighlights.lecture.media.process.Ffmpeg;

/** Finds screen and camera, slides and blank screens. */
public final class AnalyzeLayout {
  private final Ffmpeg ffmpeg;

  public AnalyzeLayout(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  public LayoutAnalysis run(Recording recording, DoubleConsumer progress)
      throws InterruptedException {
    Path frames = recording.frames().orElseThrow();
    return new LayoutDetector()
        .detect(
            () -> GrayFrames.open(ffmpeg, frames),
            recording.duration(),
            recording.width(),
            recording.height(),
            progress);
  }
}
