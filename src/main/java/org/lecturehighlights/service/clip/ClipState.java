package org.lecturehighlights.service.clip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lecturehighlights.platform.engine.task.TaskState;
import org.lecturehighlights.platform.http.EntityVersion;

/**
 * A clip and its pending or failed rendering.
 *
 * @param task the task that renders the clip again, if that was ever requested
 */
public record ClipState(Clip clip, Optional<TaskState> task) {
  /** Whether the clip's files match its latest edit. */
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

  /** The edit that is being rendered. */
  public Optional<PendingEdit> pending() {
    return task.filter(TaskState::isOpen).map(open -> PendingEdit.of(open.wanted(), clip));
  }

  /** Changes whenever anything that a caller sees of the clip changes. */
  public EntityVersion version() {
    return EntityVersion.of(List.of(clip.clipId(), clip.revision(), status()));
  }
}
