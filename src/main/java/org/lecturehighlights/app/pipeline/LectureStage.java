package org.lecturehighlights.app.pipeline;

import java.util.Locale;
import java.util.Set;
import org.lecturehighlights.platform.engine.Lane;

/**
 * The stages of a lecture in their order. The weights are shares of the time that a lecture took,
 * measured on two cores.
 */
public enum LectureStage {
  INITIALIZING(Lane.CPU, 30),
  SILENCE_DETECTION(Lane.CPU, 2, INITIALIZING),
  TRANSCRIPTION(Lane.TRANSCRIBE, 5, INITIALIZING),
  LAYOUT_ANALYSIS(Lane.CPU, 8, INITIALIZING),
  CONTENT_ANALYSIS(Lane.LLM, 2, SILENCE_DETECTION, TRANSCRIPTION, LAYOUT_ANALYSIS),
  SEGMENTATION(Lane.CPU, 1, CONTENT_ANALYSIS),
  COMPILATION(Lane.RENDER, 52, SEGMENTATION);

  private final Lane lane;
  private final double weight;
  private final Set<LectureStage> needs;

  LectureStage(Lane lane, double weight, LectureStage... needs) {
    this.lane = lane;
    this.weight = weight;
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
}
