package org.lecturehighlights.service.clip.outputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.FileLinks;
import org.lecturehighlights.service.job.JobOutputs;

/**
 * The picture of the first clip of each job; on this server the URL is a path relative to the root.
 */
@ApplicationScoped
class ClipThumbnails implements JobOutputs {
  private static final URI ROOT = URI.create("/");

  private final ClipService clips;
  private final FileLinks links;

  ClipThumbnails(ClipService clips, FileLinks links) {
    this.clips = clips;
    this.links = links;
  }

  @Override
  public Map<String, String> thumbnailUrls(Collection<String> jobIds) {
    Map<String, String> urls = new HashMap<>();
    clips
        .firstPictures(jobIds)
        .forEach((jobId, picture) -> urls.put(jobId, links.of(picture, ROOT)));
    return urls;
  }
}
