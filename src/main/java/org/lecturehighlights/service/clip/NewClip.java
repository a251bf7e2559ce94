package org.lecturehighlights.service.clip;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A rendered clip to be kept.
 *
 * @param segment {@code order} of the content segment that it was cut from, or null
 * @param importance 0 to 1
 * @param span lecture time from the first to the last kept moment
 * @param played the length of the clip's video
 * @param order 1 for the first clip of the job
 * @param videoKey where its video is in the storage
 * @param subtitleKey where its WebVTT is in the storage
 * @param kept the parts of the lecture that are played, by start
 * @param scoreParts what the importance is made of, by name
 * @param extra whatever else is worth keeping, as JSON values
 */
public record NewClip(
    String clipId,
    @Nullable Integer segment,
    String title,
    @Nullable String topic,
    @Nullable Double importance,
    Span span,
    Duration played,
    int order,
    String videoKey,
    @Nullable String thumbnailKey,
    @Nullable String subtitleKey,
    List<Span> kept,
    SortedMap<String, Double> scoreParts,
    Proof proof,
    Map<String, Object> extra) {

  public NewClip {
    kept = List.copyOf(kept);
    scoreParts = new TreeMap<>(scoreParts);
    extra = Map.copyOf(extra);
  }

  /**
   * Why the clip starts and ends where it does.
   *
   * @param firstWords the words after the first cut, where there is a transcript
   * @param silenceBefore the pause that the first cut lies in, or null at the lecture's start
   */
  public record Proof(
      @Nullable String firstWords,
      @Nullable String lastWords,
      @Nullable Span silenceBefore,
      @Nullable Span silenceAfter) {}
}
