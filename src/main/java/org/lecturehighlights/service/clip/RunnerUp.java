package org.lecturehighlights.service.clip;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A clip that was not chosen.
 *
 * @param number 1 for the best; it stays the same when others leave
 * @param importance 0 to 1
 * @param kept what it would play, by start
 * @param reason a sentence
 * @param metadata as a clip's {@code extra_metadata}
 */
public record RunnerUp(
    int number,
    String title,
    @Nullable String topic,
    @Nullable String contentSegmentId,
    @Nullable Double importance,
    Span span,
    double duration,
    List<Span> kept,
    String reason,
    Map<String, Object> metadata) {

  /** A clip that leaves its place to a runner-up takes the runner-up's. */
  public static RunnerUp of(Clip clip, int number) {
    return new RunnerUp(
        number,
        clip.title(),
        clip.topic(),
        clip.contentSegmentId(),
        clip.importance(),
        clip.span(),
        clip.duration(),
        clip.kept(),
        "It was replaced by hand.",
        clip.metadata());
  }

  /** What a clip is to become in which this one comes in. */
  public PendingEdit wanted() {
    return new PendingEdit(
        new PendingEdit.Subject(title, topic, importance, contentSegmentId),
        span,
        kept,
        metadata,
        number);
  }
}
