package org.lecturehighlights.platform.security;

import java.util.Map;
import org.lecturehighlights.service.clip.SampleResults;

/**
 * A job of alice's whose secret nobody else may read.
 *
 * @param secret a word in the job's file name and in everything that was said
 */
record Victim(String jobId, String secret) {

  /** The text with the names of this job's things in it. */
  String fill(String text) {
    String filled = text;
    for (var name : names().entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }

  private Map<String, String> names() {
    return Map.of(
        "job_id", jobId,
        "webhook_id", "webhook_" + jobId,
        "number", "1",
        "clip_id", SampleResults.clipId(jobId, 1),
        "video_key", SampleResults.key(jobId, 1, "mp4"),
        "thumbnail_key", SampleResults.key(jobId, 1, "jpg"),
        "subtitle_key", SampleResults.key(jobId, 1, "vtt"),
        "lecture_key", SampleResults.uploadKey(jobId));
  }
}
