package org.lecturehighlights.service.clip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lecturehighlights.platform.engine.task.TaskState;
import org.lecturehighlights.platform.http.EntityVersion;

/**
 * A clip and what is to become of it.
 *
 * @param task that renders it anew, if it was ever asked for
 */
public record ClipState(Clip clip, Optional<TaskState> task) {
  /** Whether the files are what the clip is to be. */
  public enum Status {
    RENDERING,
    READY,
    FAILED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Status status() {
    if (task.filter(TaskState::isOpen).isPresent()) {
      return Status.RENDERING;
    }
    return task.filter(TaskState::isFailed).isPresent() ? Status.FAILED : Status.READY;
  }

  /** What is being rendered. */
  public Optional<PendingEdit> pending() {
    return task.filter(TaskState::isOpen).map(open -> PendingEdit.of(open.wanted(), clip));
  }

  /** Changes with all that a caller sees of the clip. */
  public EntityVersion version() {
    return EntityVersion.of(List.of(clip.clipId(), clip.revision(), status()));
  }
}
