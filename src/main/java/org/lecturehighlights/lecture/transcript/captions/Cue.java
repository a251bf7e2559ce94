package org.lecturehighlights.lecture.transcript.captions;

import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A piece of captions as a player shows it.
 *
 * @param text plain, lines separated by {@code \n}
 * @param speaker where the captions name one
 */
public record Cue(Span span, String text, @Nullable String speaker) {}
