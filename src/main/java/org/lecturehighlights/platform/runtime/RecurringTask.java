package org.lecturehighlights.platform.runtime;

import java.time.Duration;

/** Something that one worker of all does every now and then. */
public interface RecurringTask {
  /** Unique among the chores, and the same from version to version. */
  String name();

  Duration every();

  void run();
}
