package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.highlight.HighlightSelector;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.highlight.LectureFacts;

/** Chooses the clips and places their cuts. */
final class SelectHighlights implements StageWork {
  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException {
    LectureFacts facts =
        new LectureFacts(
            findings.recording().duration(),
            findings.transcript(),
            findings.audioSilences(),
            findings.layout(),
            findings.topics());
    Highlights highlights = new HighlightSelector().choose(facts, findings.rules());
    return new StageResult.HighlightsSelected(
        highlights, LectureWarnings.of(highlights, findings.rules()));
  }
}
