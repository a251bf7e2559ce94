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
import org.lecturehighlights.platform.engine.StepRun;

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
  Outcome run(StepRun run, StageFolder folder) throws InterruptedException {
    LayoutAnalysis found = tools.layout().run(Inputs.intermediates(run, folder), run.progress());
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          layouts.replace(run.workId(), found);
          silences.replace(run.workId(), SilenceRegion.Kind.BLANK_SCREEN, BlankScreens.of(found));
          warn(run.workId(), Notice.of(found));
        });
  }
}
