package org.lecturehighlights.lecture.layout;

import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Where screen and camera are in the picture, and how the screen changes.
 *
 * @param screen the shared screen, in pixels of the lecture
 * @param camera the lecturer's camera, or {@link Region#NONE}
 * @param splitRatio share of the picture's width (side by side) or area (otherwise) that the screen
 *     takes, 0 to 1
 * @param confidence 0 to 1; 0 means that the whole picture was assumed to be the screen
 * @param sampleFrame a time at which this layout is visible
 * @param timeline layouts ordered by start; a single entry if the layout does not change
 * @param changes of the screen, ordered by time
 * @param blankScreens when the screen is blank, ordered by start
 * @param frozen whether the picture never changes, so that nothing is known about slides
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
  /** The result if the picture was not analysed. */
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
