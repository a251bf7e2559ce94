package org.lecturehighlights.lecture.highlight;

import java.util.Locale;
import java.util.Objects;

/** Says why a runner-up is none of the chosen clips. */
public final class RunnerUpReason {
  private RunnerUpReason() {}

  /** A sentence. */
  public static String of(Cut runnerUp, Highlights highlights, ClipRules rules) {
    double lowest = highlights.clips().stream().mapToDouble(RunnerUpReason::score).min().orElse(0);
    if (highlights.clips().size() >= rules.count()) {
      return String.format(
          Locale.ROOT,
          "There are to be at most %d clips; this one scores %.2f, the lowest chosen one %.2f.",
          rules.count(),
          score(runnerUp),
          lowest);
    }
    if (score(runnerUp) < Schedule.FLOOR) {
      return String.format(
          Locale.ROOT,
          "It scores %.2f, and one more clip must be worth %.2f.",
          score(runnerUp),
          Schedule.FLOOR);
    }
    return "The chosen clips are worth more together than with this one among them.";
  }

  /** Every cut that was chosen from candidates has one. */
  private static double score(Cut cut) {
    return Objects.requireNonNull(cut.score());
  }
}
