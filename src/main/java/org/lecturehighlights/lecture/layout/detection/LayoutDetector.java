package org.lecturehighlights.lecture.layout.detection;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.detection.LayoutTimeline.Entry;
import org.lecturehighlights.lecture.media.decode.GrayFrames;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Finds screen and camera from motion in a first pass over the small frames, and the changes of the
 * screen without the camera in a second one. Memory grows only with the number of minutes.
 */
public final class LayoutDetector {
  /** Long enough to tell a person from a slide, short enough to follow a change of layout. */
  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** A last window with fewer frame pairs is joined to the previous one. */
  private static final int MIN_PAIRS = 15;

  /**
   * Mean overlap with the ground truth, on composites that were not used to choose the thresholds.
   */
  private static final double MEASURED_OVERLAP = 0.95;

  private static final WindowLayout WHOLE =
      new WindowLayout(LayoutType.SCREEN_ONLY, Box.WHOLE, Box.NONE);

  /**
   * Detects the layout of a decoded lecture.
   *
   * @param frames opened twice
   * @param duration of the lecture; no result ends later
   * @param lectureWidth width in pixels as displayed; regions are scaled to it
   */
  public LayoutAnalysis detect(
      GrayFrames.Source frames,
      Duration duration,
      int lectureWidth,
      int lectureHeight,
      DoubleConsumer progress)
      throws InterruptedException {
    Motion motion = new Motion();
    LayoutTimeline timeline = layouts(frames, duration, motion, progress);
    List<Entry> entries = timeline.entries();
    ScreenWatch watch = new ScreenWatch();
    if (!motion.isFrozen()) {
      watch(frames, duration, entries, watch, progress);
    }
    progress.accept(1);
    Entry main =
        entries.stream()
            .max(Comparator.comparing((Entry e) -> e.span().length()))
            .orElse(new Entry(new Span(Duration.ZERO, duration), WHOLE));
    return new LayoutAnalysis(
        main.layout().screen().toRegion(lectureWidth, lectureHeight),
        main.layout().camera().toRegion(lectureWidth, lectureHeight),
        main.layout().splitRatio(),
        main.layout().type(),
        motion.isFrozen() ? 0 : confidence(entries, main.layout(), duration),
        main.span().middle(),
        entries.stream().map(e -> e.layout().at(e.span(), lectureWidth, lectureHeight)).toList(),
        watch.changes(),
        watch.blanks(),
        motion.isFrozen());
  }

  /** The smaller the part of the lecture with the main layout, the lower the confidence. */
  private static double confidence(List<Entry> entries, WindowLayout main, Duration duration) {
    Duration agreed =
        entries.stream()
            .filter(entry -> entry.layout().agreesWith(main))
            .map(entry -> entry.span().length())
            .reduce(Duration.ZERO, Duration::plus);
    return MEASURED_OVERLAP * fraction(agreed, duration);
  }

  private static LayoutTimeline layouts(
      GrayFrames.Source source, Duration duration, Motion motion, DoubleConsumer progress)
      throws InterruptedException {
    LayoutTimeline timeline = new LayoutTimeline();
    ActivityWindow window = new ActivityWindow();
    Duration start = Duration.ZERO;
    try (GrayFrames frames = source.open()) {
      while (frames.next()) {
        if (frames.index() % GrayFrames.RATE != 0) {
          continue;
        }
        Duration remaining = duration.minus(frames.time());
        if (frames.time().minus(start).compareTo(WINDOW) >= 0
            && remaining.toSeconds() >= MIN_PAIRS) {
          timeline.add(new Span(start, frames.time()), window);
          window = new ActivityWindow();
          start = frames.time();
        }
        window.add(frames.pixels());
        motion.add(frames.pixels());
        progress.accept(fraction(frames.time(), duration) * 0.5);
      }
    }
    if (window.pairs() > 0 && start.compareTo(duration) < 0) {
      timeline.add(new Span(start, duration), window);
    }
    return timeline;
  }

  private static void watch(
      GrayFrames.Source source,
      Duration duration,
      List<Entry> entries,
      ScreenWatch watch,
      DoubleConsumer progress)
      throws InterruptedException {
    int current = -1;
    int[] places = new int[0];
    try (GrayFrames frames = source.open()) {
      while (frames.next() && frames.time().compareTo(duration) < 0) {
        Duration at = frames.time();
        while (current + 1 < entries.size()
            && entries.get(current + 1).span().start().compareTo(at) <= 0) {
          current++;
          WindowLayout layout = entries.get(current).layout();
          places = ScreenPicture.places(layout.screen(), layout.camera());
          watch.restart(at);
        }
        if (places.length > 0) {
          watch.add(at, new ScreenPicture(frames.pixels(), places));
        }
        progress.accept(0.5 + fraction(at, duration) * 0.5);
      }
    }
    watch.finish(duration);
  }

  private static double fraction(Duration at, Duration duration) {
    return Math.min(1, (double) at.toMillis() / Math.max(1, duration.toMillis()));
  }
}
