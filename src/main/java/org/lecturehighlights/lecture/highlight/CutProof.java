package org.lecturehighlights.lecture.highlight;

import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The evidence that a clip may start and end where it does.
 *
 * @param firstWords the words after the first cut, or null without a transcript
 * @param lastWords the words before the last cut, or null without a transcript
 * @param silenceBefore the pause around the first cut, or null at the lecture's start
 * @param silenceAfter the pause around the last cut, or null at the lecture's end
 */
public record CutProof(
    @Nullable String firstWords,
    @Nullable String lastWords,
    @Nullable Span silenceBefore,
    @Nullable Span silenceAfter) {}
