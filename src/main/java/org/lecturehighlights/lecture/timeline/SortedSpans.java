package org.lecturehighlights.lecture.timeline;

import java.util.List;

/** Spans by start, of which those near another span are found without looking at all of them. */
public final class SortedSpans {
  private final long[] starts;

  /** The latest end of this span and all before it. */
  private final long[] ends;

  /**
   * @param spans by start; quickest where they do not overlap
   */
  public SortedSpans(List<Span> spans) {
    starts = new long[spans.size()];
    ends = new long[spans.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = spans.get(i).start().toMillis();
      ends[i] = Math.max(i == 0 ? 0 : ends[i - 1], spans.get(i).end().toMillis());
    }
  }

  /** The first of those that may overlap a span. */
  public int first(Span span) {
    return notBelow(ends, span.start().toMillis() + 1);
  }

  /** The one after the last of those that may overlap a span; none do from there on. */
  public int after(Span span) {
    return Math.max(first(span), notBelow(starts, span.end().toMillis()));
  }

  /** The first place whose value is at least this one. */
  static int notBelow(long[] ascending, long value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
