package org.lecturehighlights.lecture.content;

import org.lecturehighlights.lecture.timeline.Span;

/** Speech without a break, usually a sentence. */
public record Utterance(Span span, String text) {}
