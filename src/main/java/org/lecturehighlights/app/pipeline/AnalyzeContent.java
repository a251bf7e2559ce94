package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.content.ContentAnalyzer;

/** Finds the topics and scores them. */
final class AnalyzeContent implements StageWork {
  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException {
    return new StageResult.ContentAnalyzed(
        new ContentAnalyzer()
            .analyze(
                findings.transcript(),
                findings.audioSilences(),
                findings.layout(),
                findings.recording().duration(),
                OptionalInt.empty()));
  }
}
