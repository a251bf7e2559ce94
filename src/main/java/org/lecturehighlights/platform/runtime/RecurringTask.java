package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** Work that is repeated for ever, each time by one of the workers. */
public interface RecurringTask {
  /** The scheduler's name for the task: unique, and the same from version to version. */
  String name();

  Duration every();

  void run();
}
