package org.lecturehighlights.service.clip;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;

/**
 * A stored clip.
 *
 * @param order 1 for the first clip of the job, or null for a legacy clip
 * @param revision increases with every change
 */
public record Clip(
    String clipId,
    String jobId,
    Cut cut,
    @Nullable Integer order,
    ClipFiles files,
    int revision,
    Instant createdAt) {

  /** The keys of all its files, whether or not they exist. */
  public List<String> keys() {
    String subtitleKey = files.subtitleKey();
    return Stream.concat(
            Stream.of(files.videoKey(), files.thumbnailKey()),
            Arrays.stream(CaptionFormat.values())
                .map(format -> subtitleKey == null ? null : format.beside(subtitleKey)))
        .<String>mapMulti((key, next) -> {
          if (key != null) {
            next.accept(key);
          }
        })
        .distinct()
        .toList();
  }
}
