package org.lecturehighlights.pipeline.stage;

import jakarta.inject.Singleton;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.pipeline.LectureStage;
import org.lecturehighlights.pipeline.LectureTools;
import org.lecturehighlights.pipeline.step.Notice;
import org.lecturehighlights.silence.SilenceAnalysis;
import org.lecturehighlights.silence.SilenceRegion;
import org.lecturehighlights.silence.SilenceService;

/** Stores where nobody speaks. */
@Singleton
class SilenceStep extends StageStep {
  private final LectureTools tools;
  private final SilenceService silences;

  SilenceStep(Places places, LectureTools tools, SilenceService silences) {
    super(LectureStage.SILENCE_DETECTION, places);
    this.tools = tools;
    this.silences = silences;
  }

  @Override
  Outcome run(StepRun run, StageFolder folder) throws InterruptedException {
    SilenceAnalysis found = tools.silence().run(Inputs.intermediates(run, folder));
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          silences.replace(run.workId(), SilenceRegion.Kind.AUDIO_SILENCE, found.regions());
          warn(run.workId(), Notice.of(found.outcome()).stream().toList());
        });
  }
}
