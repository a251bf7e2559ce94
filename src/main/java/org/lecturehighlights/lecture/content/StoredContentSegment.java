package org.lecturehighlights.lecture.content;

import java.time.Instant;

/** A stored topic of a job. */
public record StoredContentSegment(String segmentId, ContentSegment segment, Instant createdAt) {}
