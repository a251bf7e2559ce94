package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A part of the lecture worth watching, with the reasons for it.
 *
 * @param span lecture time from the first to the last kept moment
 * @param kept the parts that are played, by start; together they are the clip's length
 * @param segment {@code order} of the content segment it comes from, or null
 * @param score 0 to 1
 * @param scoreParts what the score is made of, by name
 * @param proof why the cuts are where they are
 */
public record Cut(
    Span span,
    List<Span> kept,
    String title,
    @Nullable String topic,
    @Nullable Integer segment,
    double score,
    SortedMap<String, Double> scoreParts,
    CutProof proof) {
  public Cut {
    kept = List.copyOf(kept);
  }

  /** The played length: the sum of the kept parts. */
  public Duration length() {
    return kept.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }
}
