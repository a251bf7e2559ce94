package org.lecturehighlights.app.pipeline;

import java.util.List;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;

/**
 * What was asked for and what earlier stages found. A stage that asks for the findings of a stage
 * that it does not need has a defect.
 */
public interface Findings {
  ClipRules rules();

  /**
   * Whether the results are shown in the player, which draws the sound and has a picture of each
   * slide.
   */
  boolean isForPlayer();

  Recording recording();

  /** Where nobody speaks, by start; empty if there is no audio. */
  List<SilenceRegion> audioSilences();

  Transcript transcript();

  LayoutAnalysis layout();

  /** The topics, by start. */
  List<ContentSegment> topics();

  Highlights highlights();
}
