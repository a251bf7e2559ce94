package org.lecturehighlights.platform.engine.state;

import java.time.Duration;

/** What the end of an attempt leads to. */
public sealed interface AttemptResult {
  /** The attempt counted; its outputs are what readers see. */
  record Kept() implements AttemptResult {}

  /**
   * The attempt does not count: its outputs are to be discarded, and the stage is not run again.
   */
  record Dropped() implements AttemptResult {}

  /** The attempt does not count, and the stage runs again after a while. */
  record Again(Duration after) implements AttemptResult {}
}
