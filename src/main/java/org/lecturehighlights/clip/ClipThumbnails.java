package org.lecturehighlights.clip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehighlights.job.JobOutputs;
import org.lecturehighlights.security.LinkSigner;

/** Gives a job the picture of its first clip; addresses are paths from the root of the server. */
@ApplicationScoped
class ClipThumbnails implements JobOutputs {
  private final ClipService clips;
  private final LinkSigner links;

  ClipThumbnails(ClipService clips, LinkSigner links) {
    this.clips = clips;
    this.links = links;
  }

  @Override
  public Map<String, String> thumbnailUrls(Collection<String> jobIds) {
    Map<String, String> urls = new LinkedHashMap<>();
    clips
        .firstPictured(jobIds)
        .forEach((jobId, clipId) -> urls.put(jobId, links.toRead(ClipLinks.thumbnail(clipId))));
    return urls;
  }
}
