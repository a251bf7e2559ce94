package org.lecturehighlights.lecture.silence;

import java.time.Instant;

/** A stored silence region of a job. */
public record StoredSilenceRegion(String regionId, SilenceRegion region, Instant createdAt) {}
