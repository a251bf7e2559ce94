package org.lecturehighlights.clip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehighlights.job.JobOutputs;

/** Gives a job the picture of its first clip; addresses are paths from the root of the server. */
@ApplicationScoped
class ClipThumbnails implements JobOutputs {
  private final ClipService clips;

  ClipThumbnails(ClipService clips) {
    this.clips = clips;
  }

  @Override
  public Map<String, String> thumbnailUrls(Collection<String> jobIds) {
    Map<String, String> urls = new LinkedHashMap<>();
    clips
        .firstPictured(jobIds)
        .forEach((jobId, clipId) -> urls.put(jobId, ClipLinks.thumbnail(clipId)));
    return urls;
  }
}
