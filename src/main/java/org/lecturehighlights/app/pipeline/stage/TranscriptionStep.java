package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.step.TranscribeLecture.Result;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;

/** Stores what was said. */
@Singleton
class TranscriptionStep extends StageStep {
  private final LectureTools tools;
  private final TranscriptService transcripts;

  TranscriptionStep(Places places, LectureTools tools, TranscriptService transcripts) {
    super(LectureStage.TRANSCRIPTION, places);
    this.tools = tools;
    this.transcripts = transcripts;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) throws InterruptedException, IOException {
    Optional<Path> captions = Optional.ofNullable(folder.job().captionsKey()).map(folder::fetch);
    Optional<String> webVtt =
        captions.isPresent() ? Optional.of(Files.readString(captions.get())) : Optional.empty();
    Result result = tools.transcribe().run(folder.lecture(), webVtt, Inputs.recording(run, folder));
    return switch (result) {
      case Result.Found found ->
          new Outcome.Done(
              Manifests.empty(),
              () -> {
                transcripts.replace(run.jobId(), found.transcript());
                warn(run.jobId(), found.notices());
              });
      case Result.Later later ->
          new Outcome.Retry(later.busy().problem(), later.busy().retryAfter());
    };
  }
}
