package org.lecturehighlights.app.pipeline.durable;

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
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;

/** Gives the engine the graph of a lecture's stages. */
class LectureStages {

  @Produces
  @Singleton
  StageGraph graph(Instance<LectureTools> tools, Instance<Stores> stores) {
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
                    new DurableStage(stage, tools, stores)))
            .toList());
  }

  @Produces
  @Singleton
  LectureTools tools(Ffmpeg ffmpeg, SpeechConfig speech, Clock clock) {
    return LectureTools.of(ffmpeg, speech.endpoint(), clock);
  }
}
