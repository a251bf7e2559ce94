package org.lecturehighlights.app.pipeline.stage;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.speech.SpeechConfig;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Stage;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.service.job.JobService;

/** Gives the engine the graph of a lecture's stages. */
class LectureStages {

  @Produces
  @Singleton
  StageGraph graph(Instance<StageStep> steps) {
    return new StageGraph(
        Arrays.stream(LectureStage.values())
            .map(stage ->
                new StageDefinition(
                    stage.code(),
                    stage.lane(),
                    stage.weight(),
                    stage.needs().stream()
                        .map(LectureStage::code)
                        .collect(Collectors.toUnmodifiableSet()),
                    new LazyStep(stage, steps)))
            .toList());
  }

  @Produces
  @Singleton
  StageStep.Places places(JobService jobs, ObjectStorage storage, StorageConfig config) {
    return new StageStep.Places(jobs, storage, config);
  }

  @Produces
  @Singleton
  LectureTools tools(Ffmpeg ffmpeg, SpeechConfig speech, Clock clock) {
    return LectureTools.of(ffmpeg, speech.endpoint(), clock);
  }

  /**
   * Finds its step when it first runs: jobs need the engine, the engine needs the graph, and the
   * steps need jobs; and a pod without workers never needs the tools of the steps.
   */
  private record LazyStep(LectureStage stage, Instance<StageStep> steps) implements Stage {
    @Override
    public Outcome run(StageAttempt run) throws InterruptedException {
      return step().run(run);
    }

    @Override
    public void discard(String jobId, int attempt) {
      step().discard(jobId, attempt);
    }

    private StageStep step() {
      return steps.stream().filter(step -> step.stage() == stage).findFirst().orElseThrow();
    }
  }
}
