package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.detection.LayoutDetector;
import org.lecturehighlights.lecture.media.decode.GrayFrames;

/** Finds screen and camera, slides and blank screens. */
final class AnalyzeLayout implements StageWork {
  private final LectureTools tools;

  AnalyzeLayout(LectureTools tools) {
    this.tools = tools;
  }

  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException {
    Recording recording = findings.recording();
    Path frames = recording.file(Recording.Part.FRAMES).orElseThrow();
    LayoutAnalysis layout =
        new LayoutDetector()
            .detect(
                () -> GrayFrames.open(tools.ffmpeg(), frames),
                recording.duration(),
                recording.facts().width(),
                recording.facts().height(),
                progress);
    return new StageResult.LayoutAnalyzed(layout, LectureWarnings.of(layout));
  }
}
