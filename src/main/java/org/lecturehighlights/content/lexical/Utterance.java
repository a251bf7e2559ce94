package org.lecturehighlights.content.lexical;

import org.lecturehighlights.timeline.Span;

/** Something said without a break, usually a sentence. */
public record Utterance(Span span, String text) {}
