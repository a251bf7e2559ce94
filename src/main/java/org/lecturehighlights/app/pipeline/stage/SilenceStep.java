package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.app.pipeline.step.Recording;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.silence.waveform.WaveformService;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;

/** Stores where nobody speaks, and how the sound is drawn. */
@Singleton
class SilenceStep extends StageStep {
  private final LectureTools tools;
  private final SilenceService silences;
  private final WaveformService waveforms;

  SilenceStep(
      Places places, LectureTools tools, SilenceService silences, WaveformService waveforms) {
    super(LectureStage.SILENCE_DETECTION, places);
    this.tools = tools;
    this.silences = silences;
    this.waveforms = waveforms;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) throws InterruptedException {
    Recording recording = Inputs.recording(run, folder);
    SilenceAnalysis found = tools.silence().run(recording);
    Optional<Waveform> waveform = tools.waveform().run(recording);
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          silences.replace(run.jobId(), SilenceRegion.Kind.AUDIO_SILENCE, found.regions());
          waveforms.replace(run.jobId(), waveform);
          warn(run.jobId(), Notice.of(found.outcome()).stream().toList());
        });
  }
}
