package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.lecturehighlights.platform.engine.Outcome;

/**
 * Does one kind of task: work on one piece of a job that has ended. Runs without an open
 * transaction, possibly more than once, and reacts to interruption, which means that the task is no
 * longer wanted or that the worker stops.
 */
public interface TaskHandler {
  /** Unique among the kinds of tasks, and the same from version to version. */
  String kind();

  Outcome run(TaskAttempt run) throws InterruptedException;

  /** Removes what an attempt that does not count left behind, if anything. */
  void discard(TaskAttempt run);

  /**
   * Removes what the attempt has replaced, once the attempt counts.
   *
   * @param manifest that of {@link Outcome.Done}
   */
  void tidy(TaskAttempt run, JsonNode manifest);
}
