package org.lecturehighlights.lecture.layout.slide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutSpan;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * What the screen shows between two of its changes.
 *
 * @param number 1 for the first slide
 * @param kind the kind of change with which it begins; the first one is a new slide
 * @param changed share of the screen's pixels that changed, 0 to 1
 * @param moment a time at which it is completely visible
 * @param screen where the slide is, in pixels of the lecture's picture
 */
public record Slide(
    int number, Span span, ScreenChange.Kind kind, double changed, Duration moment, Region screen) {
  /** Time after which a transition is over and hardly any bullet has been added yet. */
  private static final Duration AT_REST = Duration.ofSeconds(2);

  /** The slides, ordered by start and without gaps; empty if there is no screen at all. */
  public static List<Slide> of(LayoutAnalysis layout, Duration length) {
    List<ScreenChange> changes = new ArrayList<>();
    if (layout.type() == LayoutType.CAMERA_ONLY && layout.changes().isEmpty()) {
      return List.of();
    }
    if (layout.changes().isEmpty() || !layout.changes().getFirst().at().isZero()) {
      changes.add(new ScreenChange(Duration.ZERO, ScreenChange.Kind.NEW_SLIDE, 1));
    }
    layout.changes().stream()
        .filter(change -> change.at().compareTo(length) < 0)
        .forEach(changes::add);
    List<Slide> slides = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      ScreenChange change = changes.get(i);
      Duration end = i + 1 < changes.size() ? changes.get(i + 1).at() : length;
      Span span = new Span(change.at(), end);
      Duration half = span.length().dividedBy(2);
      Duration moment = span.start().plus(half.compareTo(AT_REST) < 0 ? half : AT_REST);
      slides.add(
          new Slide(
              i + 1, span, change.kind(), change.changed(), moment, screenAt(layout, moment)));
    }
    return slides;
  }

  private static Region screenAt(LayoutAnalysis layout, Duration moment) {
    return layout.timeline().stream()
        .filter(part -> part.span().contains(moment))
        .findFirst()
        .map(LayoutSpan::screen)
        .orElse(layout.screen());
  }
}
