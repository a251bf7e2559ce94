package org.lecturehighlights.transcript;

import org.lecturehighlights.timeline.Span;

/** A spoken word with the time that the recogniser gave it. */
public record Word(Span span, String text) {}
