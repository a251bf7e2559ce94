package org.lecturehighlights.lecture.layout;

import org.lecturehighlights.lecture.timeline.Span;

/** A layout that holds during a part of the lecture. */
public record LayoutSpan(Span span, LayoutType type, Region screen, Region camera) {}
