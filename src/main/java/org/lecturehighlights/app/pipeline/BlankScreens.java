package org.lecturehighlights.app.pipeline;

import java.util.List;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;

/** Blank screens are found with the layout and kept among the regions of silence. */
public final class BlankScreens {
  private BlankScreens() {}

  public static List<SilenceRegion> of(LayoutAnalysis layout) {
    return layout.blankScreens().stream()
        .map(span -> new SilenceRegion(span, SilenceRegion.Kind.BLANK_SCREEN, null))
        .toList();
  }
}
