package org.lecturehighlights.pipeline.stage;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.pipeline.LectureStage;
import org.lecturehighlights.pipeline.LectureTools;
import org.lecturehighlights.pipeline.step.Intermediates;
import org.lecturehighlights.pipeline.step.Notice;
import org.lecturehighlights.silence.SilenceAnalysis;
import org.lecturehighlights.silence.SilenceRegion;
import org.lecturehighlights.silence.SilenceService;
import org.lecturehighlights.silence.waveform.Waveform;
import org.lecturehighlights.silence.waveform.WaveformService;

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
  Outcome run(StepRun run, StageFolder folder) throws InterruptedException {
    Intermediates intermediates = Inputs.intermediates(run, folder);
    SilenceAnalysis found = tools.silence().run(intermediates);
    Optional<Waveform> waveform = tools.waveform().run(intermediates);
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          silences.replace(run.workId(), SilenceRegion.Kind.AUDIO_SILENCE, found.regions());
          waveforms.replace(run.workId(), waveform);
          warn(run.workId(), Notice.of(found.outcome()).stream().toList());
        });
  }
}
