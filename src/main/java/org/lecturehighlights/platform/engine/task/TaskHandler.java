package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.lecturehighlights.platform.engine.Outcome;

/**
 * Does one kind of task: work on one piece of a job that has ended. Runs without an open
 * transaction, possibly more than once, and reacts to interruption, which means that it is not
 * wanted any more or that the worker stops.
 */
public interface TaskHandler {
  /** Unique among the kinds of tasks, and the same from version to version. */
  String kind();

  Outcome run(TaskAttempt run) throws InterruptedException;

  /** Removes what an attempt left behind that does not count; may find nothing. */
  void discard(TaskAttempt run);

  /**
   * Removes what the attempt has replaced, after it counted.
   *
   * @param manifest that of {@link Outcome.Done}
   */
  void tidy(TaskAttempt run, JsonNode manifest);
}
