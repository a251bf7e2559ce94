package org.lecturehighlights.lecture.highlight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The pause between two stretches of speech, or before the first or after the last; all times in
 * milliseconds of lecture time.
 *
 * @param in where a clip may start that begins with the stretch after the gap
 * @param out where a clip may end that ends with the stretch before the gap; never after {@code
 *     in}, so that neighbours do not overlap
 * @param removed what is left out where a clip goes on through the gap, by start
 * @param silenceIn the silence that {@code in} lies in
 * @param silenceOut the silence that {@code out} lies in
 */
record CutPoint(
    long from,
    long to,
    long in,
    long out,
    List<Span> removed,
    @Nullable Span silenceIn,
    @Nullable Span silenceOut) {
  /** Air before the first and after the last word, where the pause has room for it. */
  private static final long AIR = 250;

  /** Distance from a detected silence's edge, which is known to about its 20 ms window. */
  private static final long EDGE = 40;

  /** Longer pauses are shortened, to twice {@link #KEPT}. */
  private static final long LONG_PAUSE = 1000;

  private static final long KEPT = 300;

  /** Removing less is not worth a cut. */
  private static final long SHORTEST_REMOVAL = 150;

  /** A gap without any evidence but its place: the cut is there. */
  static CutPoint at(long moment) {
    return new CutPoint(moment, moment, moment, moment, List.of(), null, null);
  }

  /**
   * @param silences detected ones by start; the gap need not be silent
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
    long in = inside(secondHalf, Math.max(to - AIR, middle), middle);
    long out = inside(firstHalf, Math.min(from + AIR, middle), middle);
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
      long start = Math.max(from + KEPT, silence.start().toMillis() + EDGE);
      long end = Math.min(to - KEPT, silence.end().toMillis() - EDGE);
      if (end - start >= SHORTEST_REMOVAL) {
        removals.add(span(start, end));
      }
    }
    return removals;
  }

  /** The wanted moment, moved into the silence if there is one, away from its edges. */
  private static long inside(@Nullable Span silence, long wanted, long middle) {
    if (silence == null) {
      return wanted;
    }
    long start = silence.start().toMillis();
    long end = silence.end().toMillis();
    long edge = Math.min(EDGE, (end - start) / 2);
    // The gap's middle is no edge of a silence: the silence goes on there.
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
