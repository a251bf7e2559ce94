package org.lecturehighlights.lecture.transcript.captions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * A piece of captions as a player shows it.
 *
 * @param text plain, lines separated by {@code \n}
 * @param speaker where the captions name one
 * @param words of the text, in order and within the span; empty where the captions do not time them
 */
public record Cue(Span span, String text, @Nullable String speaker, List<Word> words) {
  public Cue {
    words = List.copyOf(words);
  }

  /** A cue without times of its words. */
  public Cue(Span span, String text, @Nullable String speaker) {
    this(span, text, speaker, List.of());
  }
}
