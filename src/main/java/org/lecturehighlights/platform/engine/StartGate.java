package org.lecturehighlights.platform.engine;

/** What a worker waits for before it takes work, be it minutes: it may do harm earlier. */
public interface StartGate {
  /** Asked once a second until it holds, and not any more then. Does not throw. */
  boolean holds();

  /** For the log, what is waited for. */
  String awaited();
}
