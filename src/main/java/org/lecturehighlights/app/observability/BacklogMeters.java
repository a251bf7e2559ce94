package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.LaneLoad;
import org.lecturehighlights.service.job.JobStatus;

/**
 * The lanes and the jobs as gauges. Every process reports the same numbers, because all of them
 * read the same database: use the maximum over the processes, never the sum.
 */
@Singleton
class BacklogMeters implements MeterBinder {
  private final Backlog backlog;

  BacklogMeters(Backlog backlog) {
    this.backlog = backlog;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("lecture.database.up", () -> backlog.read().isPresent() ? 1 : 0)
        .description("Whether this process can query the database")
        .register(registry);
    for (Lane lane : Lane.values()) {
      bind(registry, lane, "due", "", "Stages that could run now", LaneLoad::due);
      bind(registry, lane, "running", "", "Stages that a worker has taken", LaneLoad::running);
      bind(
          registry,
          lane,
          "oldest.wait",
          "seconds",
          "How long the oldest due stage has waited",
          load -> load.oldestWait().toMillis() / 1000.0);
    }
    for (JobStatus status : JobStatus.values()) {
      Gauge.builder("lecture.jobs", () -> jobs(status))
          .description("Jobs by status")
          .tag("status", status.code())
          .register(registry);
    }
  }

  private void bind(
      MeterRegistry registry,
      Lane lane,
      String name,
      String unit,
      String description,
      ToDoubleFunction<LaneLoad> value) {
    Gauge.builder("lecture.lane." + name, () -> value(lane, value))
        .description(description)
        .baseUnit(unit.isEmpty() ? null : unit)
        .tag("lane", lane.code())
        .register(registry);
  }

  private double value(Lane lane, ToDoubleFunction<LaneLoad> value) {
    return backlog.read().map(Backlog.Reading::lanes).orElse(List.of()).stream()
        .filter(load -> load.lane() == lane)
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private double jobs(JobStatus status) {
    return backlog
        .read()
        .map(reading -> (double) reading.jobs().getOrDefault(status.code(), 0L))
        .orElse(Double.NaN);
  }
}
