package org.lecturehighlights.app.pipeline;

import java.util.List;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;

/**
 * What was asked for and what earlier stages found. To ask for the findings of a stage that the
 * asking one does not need is a defect.
 */
public interface Findings {
  ClipRules rules();

  /**
   * Whether the results are shown in the player, which draws the sound and has a picture of each
   * slide.
   */
  boolean isForPlayer();

  Recording recording();

  /** Where nobody speaks, by start; none if there is no audio. */
  List<SilenceRegion> audioSilences();

  Transcript transcript();

  LayoutAnalysis layout();

  /** The topics, by start. */
  List<ContentSegment> topics();

  Highlights highlights();
}
