package org.lecturehighlights.lecture.content;

import java.time.Instant;

/** A topic as it is kept for a job. */
public record StoredContentSegment(String segmentId, ContentSegment segment, Instant createdAt) {}
