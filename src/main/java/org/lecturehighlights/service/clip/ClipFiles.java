package org.lecturehighlights.service.clip;

import org.jspecify.annotations.Nullable;

/**
 * Where the files of a clip are in the storage.
 *
 * @param thumbnailKey of its picture, or null for a legacy clip without one
 * @param subtitleKey of its WebVTT, or null without a transcript
 */
public record ClipFiles(
    String videoKey, @Nullable String thumbnailKey, @Nullable String subtitleKey) {
  /** Where an attempt at rendering keeps its files; attempt 0 has none. */
  public static String prefix(String jobId, String clipId, int attempt) {
    return jobId + "/clips/" + clipId + "/" + attempt + "/";
  }

  /** Whether this is the key of a clip whose files were never rendered. */
  public static boolean isPlaceholder(String videoKey, String jobId, String clipId) {
    return videoKey.startsWith(prefix(jobId, clipId, 0));
  }
}
