package org.lecturehighlights.lecture.timeline;

import java.time.Duration;
import java.util.List;

/** Moments of lecture time in order, which are counted without looking at all of them. */
public final class Moments {
  private final long[] millis;

  public Moments(List<Duration> moments) {
    millis = moments.stream().mapToLong(Duration::toMillis).sorted().toArray();
  }

  /** How many lie in a span. */
  public int in(Span span) {
    return between(span.start().toMillis(), span.end().toMillis() - 1);
  }

  /** How many lie between two times in milliseconds, both included. */
  public int between(long from, long to) {
    return to < from
        ? 0
        : SortedSpans.notBelow(millis, to + 1) - SortedSpans.notBelow(millis, from);
  }
}
