package org.lecturehighlights.lecture.layout;

import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Where screen and camera are, and what happens on the screen.
 *
 * @param screen the shared screen, in pixels of the lecture
 * @param camera the lecturer's camera, or {@link Region#NONE}
 * @param splitRatio share of the picture's width (side by side) or area (otherwise) that the screen
 *     takes, 0 to 1
 * @param confidence 0 to 1; 0 means that the whole picture was assumed to be the screen
 * @param sampleFrame a moment at which this layout can be seen
 * @param timeline layouts by start where they change during the lecture, else one entry
 * @param changes of the screen, by time
 * @param blankScreens by start
 * @param frozen the picture never changes, so nothing can be said about slides
 */
public record LayoutAnalysis(
    Region screen,
    Region camera,
    double splitRatio,
    LayoutType type,
    double confidence,
    Duration sampleFrame,
    List<LayoutSpan> timeline,
    List<ScreenChange> changes,
    List<Span> blankScreens,
    boolean frozen) {
  /** Where nothing was looked at. */
  public static final LayoutAnalysis UNKNOWN =
      new LayoutAnalysis(
          Region.NONE,
          Region.NONE,
          1,
          LayoutType.SCREEN_ONLY,
          0,
          Duration.ZERO,
          List.of(),
          List.of(),
          List.of(),
          false);

  public LayoutAnalysis {
    timeline = List.copyOf(timeline);
    changes = List.copyOf(changes);
    blankScreens = List.copyOf(blankScreens);
  }
}
