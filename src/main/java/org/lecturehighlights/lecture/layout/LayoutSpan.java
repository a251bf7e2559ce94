package org.lecturehighlights.lecture.layout;

import org.lecturehighlights.lecture.timeline.Span;

/** The layout during a part of the lecture. */
public record LayoutSpan(Span span, LayoutType type, Region screen, Region camera) {}
