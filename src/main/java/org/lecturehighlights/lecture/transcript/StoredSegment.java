package org.lecturehighlights.lecture.transcript;

import java.time.Instant;

/** A transcript segment as it is kept for a job. */
public record StoredSegment(String segmentId, TranscriptSegment segment, Instant createdAt) {}
