package org.lecturehighlights.clip;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.timeline.Span;

/**
 * A clip as it is kept.
 *
 * @param duration the played length in seconds
 * @param metadata {@code edits} (the kept parts in lecture time), {@code score_parts}, {@code
 *     proof} and what the pipeline adds; empty where the predecessor wrote none
 */
public record StoredClip(
    String clipId,
    String jobId,
    @Nullable String contentSegmentId,
    String title,
    @Nullable String topic,
    @Nullable Double importance,
    Span span,
    double duration,
    @Nullable Integer order,
    String videoKey,
    @Nullable String thumbnailKey,
    @Nullable String subtitleKey,
    Map<String, Object> metadata,
    Instant createdAt) {

  static StoredClip of(Clip row) {
    return new StoredClip(
        row.clipId,
        row.jobId,
        row.contentSegmentId,
        row.title,
        row.topic,
        row.importanceScore,
        Span.ofSeconds(row.startTime, row.endTime),
        row.duration,
        row.clipOrder,
        row.videoKey,
        row.thumbnailKey,
        row.subtitleKey,
        Objects.requireNonNullElse(row.extraMetadata, Map.of()),
        row.createdAt);
  }
}
