package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The state of a task.
 *
 * @param wanted the last request
 * @param errorCode why it failed, or null
 */
public record TaskState(
    String subject,
    Status status,
    JsonNode wanted,
    @Nullable String errorCode,
    @Nullable String errorMessage) {

  /** The states of a task; the names are those of the table, in lower case. */
  public enum Status {
    READY,
    RUNNING,
    DONE,
    FAILED
  }

  /** Whether somebody is still waiting for it. */
  public boolean isOpen() {
    return status == Status.READY || status == Status.RUNNING;
  }

  public boolean isFailed() {
    return status == Status.FAILED;
  }
}
