package org.lecturehighlights.service.clip.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lecturehighlights.platform.engine.task.ErrandState;
import org.lecturehighlights.platform.http.EntityVersion;
import org.lecturehighlights.service.clip.StoredClip;
import org.lecturehighlights.service.clip.WantedClip;

/**
 * A clip and what is to become of it.
 *
 * @param errand that renders it anew, if it was ever asked for
 */
public record ClipState(StoredClip clip, Optional<ErrandState> errand) {
  /** Whether the files are what the clip is to be. */
  public enum Status {
    RENDERING,
    READY,
    FAILED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Status status() {
    if (errand.filter(ErrandState::isOpen).isPresent()) {
      return Status.RENDERING;
    }
    return errand.filter(ErrandState::isFailed).isPresent() ? Status.FAILED : Status.READY;
  }

  /** What is being rendered. */
  Optional<WantedClip> pending() {
    return errand.filter(ErrandState::isOpen).map(open -> WantedClip.of(open.wanted()));
  }

  /** Changes with all that a caller sees of the clip. */
  EntityVersion version() {
    return EntityVersion.of(List.of(clip.clipId(), clip.revision(), status()));
  }
}
