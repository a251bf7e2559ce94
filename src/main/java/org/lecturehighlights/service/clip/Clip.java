package org.lecturehighlights.service.clip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;

/**
 * A clip as it is kept.
 *
 * @param order 1 for the first clip of the job, or null for a legacy clip
 * @param revision rises with every change
 */
public record Clip(
    String clipId,
    String jobId,
    Cut cut,
    @Nullable Integer order,
    ClipFiles files,
    int revision,
    Instant createdAt) {

  /** The keys of all its files, whether they are there or not. */
  public List<String> keys() {
    return Stream.of(
            Optional.of(files.videoKey()),
            Optional.ofNullable(files.thumbnailKey()),
            Optional.ofNullable(files.subtitleKey()),
            // Kept beside the WebVTT.
            Optional.ofNullable(files.subtitleKey())
                .map(key -> key.replaceFirst("\\.vtt$", ".srt")))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
