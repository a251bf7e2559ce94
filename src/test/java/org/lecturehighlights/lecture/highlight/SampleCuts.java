package org.lecturehighlights.lecture.highlight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** Cuts for tests. */
public final class SampleCuts {
  private SampleCuts() {}

  /** A cut titled "Joins" with a score of 0.75 and no metadata. */
  public static Cut bare(Span span) {
    return Cut.of(span, "Joins", "Databases", "seg_1", 0.75);
  }

  /**
   * A cut from the content segment of this order, with half a second left out after five seconds.
   */
  public static Cut explained(
      Span span, String title, @Nullable String topic, int segment, @Nullable Double score) {
    double start = span.startSeconds();
    return new Cut(
        span,
        List.of(Span.ofSeconds(start, start + 5), Span.ofSeconds(start + 5.5, span.endSeconds())),
        title,
        topic,
        segment,
        null,
        score,
        new TreeMap<>(Map.of("words", 0.5, "slides", 0.25)),
        new CutProof("Let us join", "of both.", Span.ofSeconds(1.5, 2.25), null),
        Map.of("rank", 3));
  }
}
