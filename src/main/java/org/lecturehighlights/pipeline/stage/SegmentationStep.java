package org.lecturehighlights.pipeline.stage;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.highlight.ClipRules;
import org.lecturehighlights.highlight.Highlights;
import org.lecturehighlights.highlight.LectureFacts;
import org.lecturehighlights.highlight.selection.HighlightSelector;
import org.lecturehighlights.job.ProcessingConfig;
import org.lecturehighlights.pipeline.LectureStage;
import org.lecturehighlights.pipeline.step.Notice;
import org.lecturehighlights.timeline.Seconds;

/** Chooses the clips and places their cuts; the choice is this stage's manifest. */
@Singleton
class SegmentationStep extends StageStep {
  private final Inputs inputs;

  SegmentationStep(Places places, Inputs inputs) {
    super(LectureStage.SEGMENTATION, places);
    this.inputs = inputs;
  }

  @Override
  Outcome run(StepRun run, StageFolder folder) {
    Duration length = Inputs.initialized(run).duration();
    ClipRules rules = rules(folder.job().config());
    Highlights highlights =
        new HighlightSelector()
            .choose(
                new LectureFacts(
                    length,
                    inputs.transcript(run.workId()),
                    inputs.audioSilences(run.workId()),
                    inputs.layout(run.workId()),
                    inputs.topics(run.workId())),
                rules);
    return new Outcome.Done(
        Manifests.write(highlights), () -> warn(run.workId(), Notice.of(highlights, rules)));
  }

  private static ClipRules rules(ProcessingConfig config) {
    return new ClipRules(
        config.clipCount() == null ? ClipRules.DEFAULT.count() : config.clipCount(),
        Seconds.toDuration(config.shortestClipSeconds()),
        Seconds.toDuration(config.longestClipSeconds()));
  }
}
