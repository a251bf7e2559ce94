package org.lecturehighlights.lecture.layout.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The sequence of the windows' layouts. If a window's most active rectangle is not the lecture's
 * usual camera, but that camera is also among the window's active rectangles, the window keeps the
 * usual camera: the other rectangle is a video on a slide.
 */
final class LayoutTimeline {
  record Entry(Span span, WindowLayout layout) {}

  private record Window(Span span, BitSet lit, List<Box> active) {}

  private final List<Window> windows = new ArrayList<>();

  void add(Span span, ActivityWindow activity) {
    windows.add(new Window(span, activity.lit(), CameraFinder.find(activity)));
  }

  /** The layouts without gaps; neighbouring windows that agree are one entry. */
  List<Entry> entries() {
    Box usual = usualCamera();
    List<Entry> entries = new ArrayList<>();
    for (Window window : windows) {
      Box camera =
          window.active().stream()
              .filter(box -> box.overlap(usual) >= 0.5)
              .findFirst()
              .map(_ -> usual)
              .orElse(window.active().isEmpty() ? Box.NONE : window.active().getFirst());
      WindowLayout layout = WindowLayout.of(window.lit(), camera);
      if (!entries.isEmpty() && entries.getLast().layout().agreesWith(layout)) {
        Entry last = entries.removeLast();
        Span joined = new Span(last.span().start(), window.span().end());
        entries.add(new Entry(joined, larger(last.layout(), layout)));
      } else {
        entries.add(new Entry(window.span(), layout));
      }
    }
    return entries;
  }

  /** The larger of both screens, because less of the screen is lit in dark minutes. */
  private static WindowLayout larger(WindowLayout a, WindowLayout b) {
    return b.screen().area() > a.screen().area() ? b : a;
  }

  /** The rectangle that matches an active rectangle for the longest time. */
  private Box usualCamera() {
    Box best = Box.NONE;
    Duration longest = Duration.ZERO;
    for (Window window : windows) {
      for (Box box : window.active()) {
        Duration time = Duration.ZERO;
        for (Window other : windows) {
          if (other.active().stream().anyMatch(b -> b.overlap(box) >= 0.6)) {
            time = time.plus(other.span().length());
          }
        }
        if (time.compareTo(longest) > 0) {
          longest = time;
          best = box;
        }
      }
    }
    return best;
  }
}
