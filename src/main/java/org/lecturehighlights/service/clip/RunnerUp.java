package org.lecturehighlights.service.clip;

import org.lecturehighlights.lecture.highlight.Cut;

/**
 * A cut that was not chosen.
 *
 * @param number 1 for the best; it does not change when others are removed
 * @param reason a sentence that says why it was not chosen
 */
public record RunnerUp(int number, Cut cut, String reason) {

  /** The runner-up that a clip becomes when the given runner-up replaces it. */
  static RunnerUp of(Clip clip, int number) {
    return new RunnerUp(number, clip.cut(), "This clip was replaced by another one.");
  }

  /** The edit that turns a clip into this runner-up. */
  public PendingEdit wanted() {
    return new PendingEdit(cut, number);
  }
}
