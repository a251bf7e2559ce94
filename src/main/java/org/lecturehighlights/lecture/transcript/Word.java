package org.lecturehighlights.lecture.transcript;

import org.lecturehighlights.lecture.timeline.Span;

/** A spoken word with the time that the recogniser gave it. */
public record Word(Span span, String text) {}
