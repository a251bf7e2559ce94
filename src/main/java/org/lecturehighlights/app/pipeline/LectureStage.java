package org.lecturehighlights.app.pipeline;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.lecturehighlights.platform.engine.Lane;

/**
 * The stages of a lecture in their order. The weights are shares of the time that one lecture took,
 * measured on two cores.
 */
public enum LectureStage {
  INITIALIZING(Lane.CPU, 30, InitializeLecture::new),
  SILENCE_DETECTION(Lane.CPU, 2, DetectSilence::new, INITIALIZING),
  TRANSCRIPTION(Lane.TRANSCRIBE, 5, TranscribeLecture::new, INITIALIZING),
  LAYOUT_ANALYSIS(Lane.CPU, 8, AnalyzeLayout::new, INITIALIZING),
  CONTENT_ANALYSIS(
      Lane.LLM, 2, _ -> new AnalyzeContent(), SILENCE_DETECTION, TRANSCRIPTION, LAYOUT_ANALYSIS),
  SEGMENTATION(Lane.CPU, 1, _ -> new SelectHighlights(), CONTENT_ANALYSIS),
  COMPILATION(Lane.RENDER, 52, CompileClips::new, SEGMENTATION);

  private final Lane lane;
  private final double weight;
  private final Function<LectureTools, StageWork> work;
  private final Set<LectureStage> needs;

  LectureStage(
      Lane lane, double weight, Function<LectureTools, StageWork> work, LectureStage... needs) {
    this.lane = lane;
    this.weight = weight;
    this.work = work;
    this.needs = Set.of(needs);
  }

  /** The name in tables and API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Lane lane() {
    return lane;
  }

  public double weight() {
    return weight;
  }

  public Set<LectureStage> needs() {
    return needs;
  }

  /** What the stage does. */
  public StageWork work(LectureTools tools) {
    return work.apply(tools);
  }
}
