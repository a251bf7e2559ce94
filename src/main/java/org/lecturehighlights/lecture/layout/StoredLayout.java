package org.lecturehighlights.lecture.layout;

import java.time.Instant;

/** A layout analysis as it is kept for a job. */
public record StoredLayout(String layoutId, LayoutAnalysis layout, Instant createdAt) {}
