package org.lecturehighlights.platform.engine;

/** A condition that must hold before this worker takes work. */
public interface StartGate {
  /** Asked once a second until it holds, and then never again. Does not throw. */
  boolean holds();

  /** What is waited for, for the log. */
  String awaited();
}
