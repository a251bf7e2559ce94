package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.HighlightSelector;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.highlight.LectureFacts;
import org.lecturehighlights.lecture.highlight.RunnerUpReason;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.service.clip.RunnerUp;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.job.ProcessingConfig;

/** Chooses the clips and places their cuts; the choice is this stage's manifest. */
@Singleton
class SegmentationStep extends StageStep {
  private final Inputs inputs;
  private final RunnerUpService runnersUp;

  SegmentationStep(Places places, Inputs inputs, RunnerUpService runnersUp) {
    super(LectureStage.SEGMENTATION, places);
    this.inputs = inputs;
    this.runnersUp = runnersUp;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) {
    Duration length = Inputs.initialized(run).duration();
    ClipRules rules = rules(folder.job().config());
    Highlights highlights =
        new HighlightSelector()
            .choose(
                new LectureFacts(
                    length,
                    inputs.transcript(run.jobId()),
                    inputs.audioSilences(run.jobId()),
                    inputs.layout(run.jobId()),
                    inputs.topics(run.jobId())),
                rules);
    return new Outcome.Done(
        Manifests.write(highlights),
        () -> {
          runnersUp.replace(run.jobId(), runnersUp(highlights, rules));
          warn(run.jobId(), Notice.of(highlights, rules));
        });
  }

  private static List<RunnerUp> runnersUp(Highlights highlights, ClipRules rules) {
    List<RunnerUp> all = new ArrayList<>();
    for (Cut cut : highlights.runnersUp()) {
      all.add(new RunnerUp(all.size() + 1, cut, RunnerUpReason.of(cut, highlights, rules)));
    }
    return all;
  }

  private static ClipRules rules(ProcessingConfig config) {
    return new ClipRules(
        config.clipCount() == null ? ClipRules.DEFAULT.count() : config.clipCount(),
        Seconds.toDuration(config.shortestClipSeconds()),
        Seconds.toDuration(config.longestClipSeconds()));
  }
}
