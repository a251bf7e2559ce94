package org.lecturehighlights.pipeline.stage;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.clip.ClipService;
import org.lecturehighlights.clip.NewClip;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.highlight.ChosenClip;
import org.lecturehighlights.highlight.CutProof;
import org.lecturehighlights.highlight.Highlights;
import org.lecturehighlights.job.JobIds;
import org.lecturehighlights.pipeline.LectureStage;
import org.lecturehighlights.pipeline.LectureTools;
import org.lecturehighlights.pipeline.step.RenderedClip;

/** Renders the chosen clips and stores them. */
@Singleton
class CompilationStep extends StageStep {
  private final LectureTools tools;
  private final Inputs inputs;
  private final ClipService clips;

  CompilationStep(Places places, LectureTools tools, Inputs inputs, ClipService clips) {
    super(LectureStage.COMPILATION, places);
    this.tools = tools;
    this.inputs = inputs;
    this.clips = clips;
  }

  @Override
  Outcome run(StepRun run, StageFolder folder) throws InterruptedException {
    Highlights highlights =
        Manifests.read(run.manifestOf(LectureStage.SEGMENTATION.code()), Highlights.class);
    List<RenderedClip> rendered =
        tools
            .render()
            .run(
                folder.lecture(),
                Optional.ofNullable(Inputs.initialized(run).loudness()),
                highlights.clips(),
                inputs.transcript(run.workId()),
                folder.directory(),
                run.progress());
    List<NewClip> kept = new ArrayList<>();
    for (RenderedClip files : rendered) {
      kept.add(keep(files, folder));
    }
    return new Outcome.Done(Manifests.empty(), () -> clips.replace(run.workId(), kept));
  }

  private static NewClip keep(RenderedClip files, StageFolder folder) {
    ChosenClip clip = files.clip();
    String clipId = JobIds.next("clip_");
    Optional<String> webVtt =
        files.subtitles().map(written -> folder.keep(written.webVtt(), clipId + ".vtt"));
    files.subtitles().ifPresent(written -> folder.keep(written.subRip(), clipId + ".srt"));
    CutProof proof = clip.proof();
    return new NewClip(
        clipId,
        clip.segment(),
        clip.title(),
        clip.topic(),
        clip.score(),
        clip.span(),
        clip.length(),
        files.order(),
        folder.keep(files.video(), clipId + ".mp4"),
        folder.keep(files.thumbnail(), clipId + ".jpg"),
        webVtt.orElse(null),
        clip.kept(),
        clip.scoreParts(),
        new NewClip.Proof(
            proof.firstWords(), proof.lastWords(), proof.silenceBefore(), proof.silenceAfter()),
        files.sourceFacts());
  }
}
