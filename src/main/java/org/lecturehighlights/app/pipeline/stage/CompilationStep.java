package org.lecturehighlights.app.pipeline.stage;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.step.RenderedClip;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.slide.Slide;
import org.lecturehighlights.lecture.layout.slide.SlidePictureService;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.service.clip.ClipFiles;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.NewClip;
import org.lecturehighlights.service.job.JobIds;

/**
 * Renders the chosen clips and stores them, with small pictures of the slides: only here are both
 * the lecture's bytes and its slides at hand.
 */
@Singleton
class CompilationStep extends StageStep {
  /** Of the time; pictures are quickly made. */
  private static final double CLIPS_SHARE = 0.95;

  private final LectureTools tools;
  private final Inputs inputs;
  private final ClipService clips;
  private final SlidePictureService pictures;

  CompilationStep(
      Places places,
      LectureTools tools,
      Inputs inputs,
      ClipService clips,
      SlidePictureService pictures) {
    super(LectureStage.COMPILATION, places);
    this.tools = tools;
    this.inputs = inputs;
    this.clips = clips;
    this.pictures = pictures;
  }

  @Override
  Outcome run(StageAttempt run, StageFolder folder) throws InterruptedException {
    Highlights highlights =
        Manifests.read(run.manifestOf(LectureStage.SEGMENTATION.code()), Highlights.class);
    Path lecture = folder.lecture();
    List<RenderedClip> rendered =
        tools
            .render()
            .run(
                lecture,
                Optional.ofNullable(Inputs.initialized(run).loudness()),
                highlights.clips(),
                inputs.transcript(run.jobId()),
                folder.directory(),
                part -> run.progress().accept(part * CLIPS_SHARE));
    Map<Integer, String> slides =
        pictureSlides(
            run,
            folder,
            lecture,
            part -> run.progress().accept(CLIPS_SHARE + part * (1 - CLIPS_SHARE)));
    List<NewClip> kept = new ArrayList<>();
    for (RenderedClip files : rendered) {
      kept.add(keep(files, folder));
    }
    return new Outcome.Done(
        Manifests.empty(),
        () -> {
          clips.replace(run.jobId(), kept);
          pictures.replace(run.jobId(), slides);
        });
  }

  private Map<Integer, String> pictureSlides(
      StageAttempt run, StageFolder folder, Path lecture, DoubleConsumer progress)
      throws InterruptedException {
    Optional<LayoutAnalysis> layout = inputs.storedLayout(run.jobId());
    List<Slide> slides =
        layout.map(found -> Slide.of(found, Inputs.initialized(run).duration())).orElse(List.of());
    Map<Integer, String> keys = new TreeMap<>();
    tools
        .slides()
        .run(lecture, slides, folder.directory(), progress)
        .forEach((number, picture) ->
            keys.put(number, folder.keep(picture, picture.getFileName().toString())));
    return keys;
  }

  private static NewClip keep(RenderedClip files, StageFolder folder) {
    String clipId = JobIds.next("clip_");
    Optional<String> webVtt =
        files.subtitles().map(written -> folder.keep(written.webVtt(), clipId + ".vtt"));
    files.subtitles().ifPresent(written -> folder.keep(written.subRip(), clipId + ".srt"));
    return new NewClip(
        clipId,
        files.order(),
        files.cut().with(files.sourceFacts()),
        new ClipFiles(
            folder.keep(files.video(), clipId + ".mp4"),
            folder.keep(files.thumbnail(), clipId + ".jpg"),
            webVtt.orElse(null)));
  }
}
