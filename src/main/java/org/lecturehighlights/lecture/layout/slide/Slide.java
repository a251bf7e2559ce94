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
 * What the screen shows from one of its changes to the next.
 *
 * @param number 1 for the first
 * @param kind what kind of change it begins with; the first is a new slide
 * @param changed share of the screen's pixels that changed, 0 to 1
 * @param moment at which it is to be seen as a whole
 * @param screen where, in pixels of the lecture
 */
public record Slide(
    int number, Span span, ScreenChange.Kind kind, double changed, Duration moment, Region screen) {
  /** Transitions are over, and a bullet has hardly come yet. */
  private static final Duration AT_REST = Duration.ofSeconds(2);

  /** By start, without gaps; empty where there is no screen at all. */
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
