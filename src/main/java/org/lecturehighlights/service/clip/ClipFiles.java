package org.lecturehighlights.service.clip;

import org.jspecify.annotations.Nullable;

/**
 * The storage keys of a clip's files.
 *
 * @param thumbnailKey key of its picture, or null for a legacy clip without one
 * @param subtitleKey key of its WebVTT subtitles, or null without a transcript
 */
public record ClipFiles(
    String videoKey, @Nullable String thumbnailKey, @Nullable String subtitleKey) {
  /** The key prefix of the files of one rendering attempt; attempt 0 has no files. */
  public static String prefix(String jobId, String clipId, int attempt) {
    return jobId + "/clips/" + clipId + "/" + attempt + "/";
  }

  /** Whether this is the key of a clip whose files were never rendered. */
  public static boolean isPlaceholder(String videoKey, String jobId, String clipId) {
    return videoKey.startsWith(prefix(jobId, clipId, 0));
  }
}
