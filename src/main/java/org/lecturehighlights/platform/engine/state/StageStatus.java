package org.lecturehighlights.platform.engine.state;

import java.util.Locale;

/** The states of a stage; the names are those of the table, in lower case. */
public enum StageStatus {
  WAITING,
  READY,
  RUNNING,
  DONE,
  FAILED,
  POISONED,
  CANCELLED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOpen() {
    return this == WAITING || this == READY || this == RUNNING;
  }
}
