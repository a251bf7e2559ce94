package org.lecturehighlights.lecture.highlight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The pause between two passages, before the first or after the last one; all times are in
 * milliseconds of lecture time.
 *
 * @param in where a clip starts that begins with the passage after the pause
 * @param out where a clip ends that ends with the passage before the pause; never after {@code in},
 *     so that neighbouring clips do not overlap
 * @param removed the parts that are left out if a clip continues through the pause, ordered by
 *     start
 * @param silenceIn the silence around {@code in}
 * @param silenceOut the silence around {@code out}
 */
record CutPoint(
    long from,
    long to,
    long in,
    long out,
    List<Span> removed,
    @Nullable Span silenceIn,
    @Nullable Span silenceOut) {
  /** Margin before the first and after the last word, if the pause is long enough. */
  private static final long MARGIN = 250;

  /** Distance from the edge of a detected silence, which is accurate to about one 20 ms window. */
  private static final long EDGE_DISTANCE = 40;

  /** Longer pauses are shortened to twice {@link #KEPT_AT_EDGE}. */
  private static final long LONG_PAUSE = 1000;

  private static final long KEPT_AT_EDGE = 300;

  /** Removing less is not worth a cut. */
  private static final long SHORTEST_REMOVAL = 150;

  /** A cut point without a pause: the cut is exactly at this moment. */
  static CutPoint at(long moment) {
    return new CutPoint(moment, moment, moment, moment, List.of(), null, null);
  }

  /**
   * @param silences the detected ones, ordered by start; the pause need not be silent
   */
  static CutPoint between(long from, long to, List<Span> silences) {
    long middle = from + (to - from) / 2;
    List<Span> within = new ArrayList<>();
    @Nullable Span firstHalf = null;
    @Nullable Span secondHalf = null;
    for (Span silence : silences) {
      long start = Math.max(from, silence.start().toMillis());
      long end = Math.min(to, silence.end().toMillis());
      if (end > start) {
        within.add(span(start, end));
        if (start < middle && firstHalf == null) {
          firstHalf = span(start, Math.min(end, middle));
        }
        if (end > middle) {
          secondHalf = span(Math.max(start, middle), end);
        }
      }
    }
    long in = inside(secondHalf, Math.max(to - MARGIN, middle), middle);
    long out = inside(firstHalf, Math.min(from + MARGIN, middle), middle);
    return new CutPoint(
        from,
        to,
        in,
        out,
        to - from > LONG_PAUSE ? removals(from, to, within) : List.of(),
        whole(secondHalf, silences),
        whole(firstHalf, silences));
  }

  long removedMillis() {
    return removed.stream().mapToLong(span -> span.length().toMillis()).sum();
  }

  private static List<Span> removals(long from, long to, List<Span> within) {
    List<Span> removals = new ArrayList<>();
    for (Span silence : within) {
      long start = Math.max(from + KEPT_AT_EDGE, silence.start().toMillis() + EDGE_DISTANCE);
      long end = Math.min(to - KEPT_AT_EDGE, silence.end().toMillis() - EDGE_DISTANCE);
      if (end - start >= SHORTEST_REMOVAL) {
        removals.add(span(start, end));
      }
    }
    return removals;
  }

  /** The wanted moment, moved into the silence if there is one, and away from its edges. */
  private static long inside(@Nullable Span silence, long wanted, long middle) {
    if (silence == null) {
      return wanted;
    }
    long start = silence.start().toMillis();
    long end = silence.end().toMillis();
    long edge = Math.min(EDGE_DISTANCE, (end - start) / 2);
    // The middle of the pause is not an edge of the silence, which continues there.
    long low = start == middle ? start : start + edge;
    long high = end == middle ? end : end - edge;
    return Math.clamp(wanted, low, high);
  }

  private static @Nullable Span whole(@Nullable Span part, List<Span> silences) {
    if (part == null) {
      return null;
    }
    return silences.stream().filter(s -> s.intersect(part).isPresent()).findFirst().orElse(null);
  }

  private static Span span(long from, long to) {
    return new Span(java.time.Duration.ofMillis(from), java.time.Duration.ofMillis(to));
  }
}
