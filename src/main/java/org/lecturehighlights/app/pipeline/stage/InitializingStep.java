package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.app.pipeline.step.Recording;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.service.job.JobService;

/** Decodes the lecture once and stores the intermediates. */
@Singleton
class InitializingStep extends StageStep {
  private final LectureTools tools;
  private final JobService jobs;

  InitializingStep(Places places, LectureTools tools, JobService jobs) {
    super(LectureStage.INITIALIZING, places);
    this.tools = tools;
    this.jobs = jobs;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) throws InterruptedException {
    Recording found = tools.initialize().run(folder.lecture(), folder.directory(), run.progress());
    Optional<String> audio = found.audio().map(file -> folder.keep(file, "audio.flac"));
    Optional<String> frames = found.frames().map(file -> folder.keep(file, "frames.mkv"));
    return new Outcome.Done(
        Manifests.write(Manifests.Initialized.of(found, audio, frames)),
        () -> {
          jobs.probed(
              run.jobId(),
              Seconds.of(found.duration()),
              Map.of("width", found.width(), "height", found.height()));
          warn(run.jobId(), Notice.of(found));
        });
  }
}
