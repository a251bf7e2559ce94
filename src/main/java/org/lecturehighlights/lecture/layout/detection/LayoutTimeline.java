package org.lecturehighlights.lecture.layout.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The layouts of the windows, one after the other. A window that disagrees with the lecture's usual
 * camera keeps it where the camera is still among its restless rectangles: then the other one is a
 * video on a slide.
 */
final class LayoutTimeline {
  record Entry(Span span, WindowLayout layout) {}

  private record Window(Span span, BitSet lit, List<Box> restless) {}

  private final List<Window> windows = new ArrayList<>();

  void add(Span span, ActivityWindow activity) {
    windows.add(new Window(span, activity.lit(), CameraFinder.find(activity)));
  }

  /** Neighbours that agree are one entry; covers the lecture without gaps. */
  List<Entry> entries() {
    Box usual = usualCamera();
    List<Entry> entries = new ArrayList<>();
    for (Window window : windows) {
      Box camera =
          window.restless().stream()
              .filter(box -> box.overlap(usual) >= 0.5)
              .findFirst()
              .map(_ -> usual)
              .orElse(window.restless().isEmpty() ? Box.NONE : window.restless().getFirst());
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

  /** Dark minutes show less of the screen than bright ones. */
  private static WindowLayout larger(WindowLayout a, WindowLayout b) {
    return b.screen().area() > a.screen().area() ? b : a;
  }

  /** The rectangle that agrees with the most time of restless rectangles. */
  private Box usualCamera() {
    Box best = Box.NONE;
    Duration longest = Duration.ZERO;
    for (Window window : windows) {
      for (Box box : window.restless()) {
        Duration time = Duration.ZERO;
        for (Window other : windows) {
          if (other.restless().stream().anyMatch(b -> b.overlap(box) >= 0.6)) {
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
