package org.lecturehighlights.service.clip;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A clip as it is kept.
 *
 * @param duration the played length in seconds
 * @param revision rises with every change
 * @param metadata {@code edits} (the kept parts in lecture time), {@code score_parts}, {@code
 *     proof} and what the pipeline adds; empty where the predecessor wrote none
 */
public record Clip(
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
    int revision,
    Instant createdAt) {

  /** The parts of the lecture that are played, by start. */
  public List<Span> kept() {
    return ClipJson.kept(metadata, span);
  }

  /** The keys of all its files, whether they are there or not. */
  public List<String> keys() {
    return Stream.of(
            Optional.of(videoKey),
            Optional.ofNullable(thumbnailKey),
            Optional.ofNullable(subtitleKey),
            // Kept beside the WebVTT.
            Optional.ofNullable(subtitleKey).map(key -> key.replaceFirst("\\.vtt$", ".srt")))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  static Clip of(ClipRow row) {
    return new Clip(
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
        row.revision,
        row.createdAt);
  }
}
