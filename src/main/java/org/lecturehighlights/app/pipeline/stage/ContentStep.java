package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;

/** Stores the topics with their scores. */
@Singleton
class ContentStep extends StageStep {
  private final LectureTools tools;
  private final Inputs inputs;
  private final ContentService content;

  ContentStep(Places places, LectureTools tools, Inputs inputs, ContentService content) {
    super(LectureStage.CONTENT_ANALYSIS, places);
    this.tools = tools;
    this.inputs = inputs;
    this.content = content;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) {
    List<ContentSegment> topics =
        tools
            .content()
            .analyze(
                inputs.transcript(run.jobId()),
                inputs.audioSilences(run.jobId()),
                inputs.layout(run.jobId()),
                Inputs.initialized(run).duration(),
                OptionalInt.empty());
    return new Outcome.Done(Manifests.empty(), () -> content.replace(run.jobId(), topics));
  }
}
