package org.lecturehighlights.lecture.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Divides a lecture without a transcript at new slides and long pauses, or else into equal parts.
 */
final class SilentParts {
  private static final Duration TYPICAL = Duration.ofSeconds(150);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

  /** Even a short lecture has this many parts, if slides or pauses suggest them. */
  private static final int MIN_PARTS = 5;

  private SilentParts() {}

  private record Boundary(Duration at, double strength) {}

  static List<Span> of(
      List<SilenceRegion> silences, LayoutAnalysis layout, Duration length, OptionalInt wanted) {
    int most =
        wanted.isPresent()
            ? Math.max(1, wanted.getAsInt())
            : (int)
                Math.max(
                    length.dividedBy(TYPICAL),
                    Math.clamp(length.dividedBy(SHORTEST) / 2, 1, MIN_PARTS));
    Duration minDistance = length.dividedBy(2L * most);
    minDistance = minDistance.compareTo(SHORTEST) > 0 && wanted.isEmpty() ? SHORTEST : minDistance;
    TreeSet<Duration> cuts = new TreeSet<>(List.of(Duration.ZERO, length));
    for (Boundary boundary : strongestFirst(silences, layout)) {
      if (cuts.size() <= most && isApart(cuts, boundary.at(), minDistance)) {
        cuts.add(boundary.at());
      }
    }
    while (cuts.size() <= most && wanted.isPresent() && splitLongest(cuts, Duration.ZERO)) {
      // add parts of equal length until there are enough
    }
    while (wanted.isEmpty() && splitLongest(cuts, LONGEST)) {
      // split until no part is too long
    }
    List<Span> parts = new ArrayList<>();
    for (Duration cut : cuts.headSet(length)) {
      Duration next = cuts.higher(cut);
      parts.add(new Span(cut, next == null ? length : next));
    }
    return parts;
  }

  private static List<Boundary> strongestFirst(
      List<SilenceRegion> silences, LayoutAnalysis layout) {
    List<Boundary> boundaries = new ArrayList<>();
    for (ScreenChange change : layout.changes()) {
      if (change.kind() == ScreenChange.Kind.NEW_SLIDE) {
        boundaries.add(new Boundary(change.at(), 1 + change.changed()));
      }
    }
    for (SilenceRegion silence : silences) {
      Span span = silence.span();
      if (silence.kind() != SilenceRegion.Kind.BLANK_SCREEN
          && span.length().compareTo(LONG_PAUSE) >= 0) {
        boundaries.add(new Boundary(span.middle(), Math.min(1.5, Seconds.of(span.length()) / 5)));
      }
    }
    boundaries.sort(
        Comparator.comparingDouble(Boundary::strength).reversed().thenComparing(Boundary::at));
    return boundaries;
  }

  private static boolean isApart(NavigableSet<Duration> cuts, Duration at, Duration minDistance) {
    Duration before = cuts.floor(at);
    Duration after = cuts.ceiling(at);
    return before != null
        && after != null
        && at.minus(before).compareTo(minDistance) >= 0
        && after.minus(at).compareTo(minDistance) >= 0;
  }

  /** Halves the longest part if it is longer than allowed. */
  private static boolean splitLongest(NavigableSet<Duration> cuts, Duration allowed) {
    Span longest = new Span(Duration.ZERO, Duration.ZERO);
    Duration before = Duration.ZERO;
    for (Duration cut : cuts) {
      if (cut.minus(before).compareTo(longest.length()) > 0) {
        longest = new Span(before, cut);
      }
      before = cut;
    }
    return longest.length().compareTo(allowed) > 0
        && longest.length().toMillis() >= 2
        && cuts.add(Duration.ofMillis(longest.middle().toMillis()));
  }
}
