package org.lecturehighlights.service.clip.edit;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.storage.ObjectStorage;

/** Removes a clip and then its files; files left behind by a crash are removed with the job. */
@ApplicationScoped
class RemoveClip {
  private final ClipEditService edits;
  private final ObjectStorage storage;

  RemoveClip(ClipEditService edits, ObjectStorage storage) {
    this.edits = edits;
    this.storage = storage;
  }

  void run(String clipId, @Nullable String ifMatch) {
    edits.delete(clipId, ifMatch).forEach(storage::deletePrefix);
  }
}
