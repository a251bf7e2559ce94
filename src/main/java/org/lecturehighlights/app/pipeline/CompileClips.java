package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.layout.slide.Slide;

/**
 * Renders the chosen clips, and small pictures of the slides: only this stage has both the original
 * and its slides at hand.
 */
final class CompileClips implements StageWork {
  /** The share of the time that goes into clips; pictures are made quickly. */
  private static final double CLIPS_SHARE = 0.95;

  private final LectureTools tools;

  CompileClips(LectureTools tools) {
    this.tools = tools;
  }

  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException {
    double share = findings.isForPlayer() ? CLIPS_SHARE : 1;
    Recording recording = findings.recording();
    List<RenderedClip> clips =
        new RenderClips(tools.ffmpeg())
            .render(
                recording,
                findings.highlights().clips(),
                findings.transcript(),
                workDirectory,
                part -> progress.accept(part * share));
    List<Slide> slides =
        findings.isForPlayer() ? Slide.of(findings.layout(), recording.duration()) : List.of();
    Map<Integer, Path> pictures =
        new PictureSlides(tools.ffmpeg())
            .render(
                recording,
                slides,
                workDirectory,
                part -> progress.accept(share + part * (1 - share)));
    return new StageResult.ClipsCompiled(clips, pictures);
  }
}
