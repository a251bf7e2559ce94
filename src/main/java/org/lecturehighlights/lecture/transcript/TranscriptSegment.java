package org.lecturehighlights.lecture.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A sentence, or as near to one as the source allows.
 *
 * @param confidence of the recogniser, 0 to 1, where it tells
 * @param words in order, within the span; empty where the source has no word times
 */
public record TranscriptSegment(
    Span span,
    String text,
    @Nullable Double confidence,
    @Nullable String speaker,
    List<Word> words) {
  public TranscriptSegment {
    words = List.copyOf(words);
  }

  Optional<TranscriptSegment> within(Duration length) {
    Span whole = new Span(Duration.ZERO, length);
    return span.intersect(whole)
        .map(fitting ->
            new TranscriptSegment(
                fitting,
                text,
                confidence,
                speaker,
                words.stream()
                    .filter(word -> word.span().end().compareTo(fitting.end()) <= 0)
                    .toList()));
  }
}
