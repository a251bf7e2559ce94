package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import org.lecturehighlights.app.pipeline.BlankScreens;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;

/** Stores where screen and camera are, and when the screen changes or is blank. */
@Singleton
class LayoutStep extends StageStep {
  private final LectureTools tools;
  private final LayoutService layouts;
  private final SilenceService silences;

  LayoutStep(Places places, LectureTools tools, LayoutService layouts, SilenceService silences) {
    super(LectureStage.LAYOUT_ANALYSIS, places);
    this.tools = tools;
    this.layouts = layouts;
    this.silences = silences;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) throws InterruptedException {
    LayoutAnalysis found = tools.layout().run(Inputs.recording(run, folder), run.progress());
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          layouts.replace(run.jobId(), found);
          silences.replace(run.jobId(), SilenceRegion.Kind.BLANK_SCREEN, BlankScreens.of(found));
          warn(run.jobId(), Notice.of(found));
        });
  }
}
