package org.lecturehighlights.lecture.layout;

import java.time.Instant;

/** A stored layout analysis of a job. */
public record StoredLayout(String layoutId, LayoutAnalysis layout, Instant createdAt) {}
