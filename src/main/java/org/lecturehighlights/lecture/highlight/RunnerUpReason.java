package org.lecturehighlights.lecture.highlight;

import java.util.Locale;
import java.util.Objects;

/** Says why a runner-up was not selected. */
public final class RunnerUpReason {
  private RunnerUpReason() {}

  /** The reason as a sentence. */
  public static String of(Cut runnerUp, Highlights highlights, ClipRules rules) {
    double lowest = highlights.clips().stream().mapToDouble(RunnerUpReason::score).min().orElse(0);
    if (highlights.clips().size() >= rules.count()) {
      return String.format(
          Locale.ROOT,
          "Only %d clips were requested; this one scored %.2f, the lowest selected one %.2f.",
          rules.count(),
          score(runnerUp),
          lowest);
    }
    if (score(runnerUp) < Schedule.FLOOR) {
      return String.format(
          Locale.ROOT,
          "This clip scored %.2f; an additional clip needs at least %.2f.",
          score(runnerUp),
          Schedule.FLOOR);
    }
    return "The selected clips score higher together than any set that includes this one.";
  }

  /** Every cut that was made from a candidate has a score. */
  private static double score(Cut cut) {
    return Objects.requireNonNull(cut.score());
  }
}
