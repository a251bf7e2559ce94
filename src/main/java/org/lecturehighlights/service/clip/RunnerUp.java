package org.lecturehighlights.service.clip;

import org.lecturehighlights.lecture.highlight.Cut;

/**
 * A cut that was not chosen.
 *
 * @param number 1 for the best; it stays the same when others leave
 * @param reason a sentence
 */
public record RunnerUp(int number, Cut cut, String reason) {

  /** A clip that leaves its place to a runner-up takes the runner-up's. */
  static RunnerUp of(Clip clip, int number) {
    return new RunnerUp(number, clip.cut(), "It was replaced by hand.");
  }

  /** What a clip is to become in which this one comes in. */
  public PendingEdit wanted() {
    return new PendingEdit(cut, number);
  }
}
