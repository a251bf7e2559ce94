package org.lecturehighlights.platform.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.lecturehighlights.platform.engine.JobProgress;

/** Computes one number for a job from its stages. */
final class Progress {
  /** Below this share of the job, its speed is no basis for an estimate. */
  private static final double ENOUGH_FOR_AN_ETA = 0.05;

  private Progress() {}

  static JobProgress of(List<StageRow> stages, Instant now) {
    double whole = stages.stream().mapToDouble(run -> run.weight).sum();
    double done = stages.stream().mapToDouble(run -> run.weight * run.progress).sum() / whole;
    return new JobProgress(stageToName(stages), 100 * done, eta(stages, done, now));
  }

  private static String stageToName(List<StageRow> stages) {
    return stages.stream()
        .filter(run -> run.status() == StageStatus.RUNNING)
        .findFirst()
        .or(() -> stages.stream().filter(run -> run.status().isOpen()).findFirst())
        .orElse(stages.getLast())
        .stage;
  }

  private static OptionalInt eta(List<StageRow> stages, double done, Instant now) {
    if (done < ENOUGH_FOR_AN_ETA) {
      return OptionalInt.empty();
    }
    return stages.stream()
        .map(run -> run.startedAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(first -> Duration.between(first, now).toMillis() / 1000.0)
        .map(elapsed -> OptionalInt.of((int) Math.round(elapsed * (1 - done) / done)))
        .orElse(OptionalInt.empty());
  }
}
