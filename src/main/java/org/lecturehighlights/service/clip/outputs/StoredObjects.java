package org.lecturehighlights.service.clip.outputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.job.JobObjects;

/** Answers which stored objects belong to a job. */
@ApplicationScoped
class StoredObjects implements JobObjects {
  private final ClipService clips;
  private final ObjectStorage storage;

  StoredObjects(ClipService clips, ObjectStorage storage) {
    this.clips = clips;
    this.storage = storage;
  }

  @Override
  public boolean isStored(String key) {
    try {
      return storage.size(key).isPresent();
    } catch (IllegalArgumentException foreign) {
      // Legacy keys have no fixed form.
      return false;
    }
  }

  @Override
  public List<String> resultKeys(String jobId) {
    return clips.find(jobId).stream()
        .map(Clip::files)
        .flatMap(files -> Stream.of(files.videoKey(), files.thumbnailKey(), files.subtitleKey()))
        .filter(Objects::nonNull)
        .toList();
  }
}
