package org.lecturehighlights.lecture.silence;

import java.time.Instant;

/** A silence region as it is kept for a job. */
public record StoredSilenceRegion(String regionId, SilenceRegion region, Instant createdAt) {}
