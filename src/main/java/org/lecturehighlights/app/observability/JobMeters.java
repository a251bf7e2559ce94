package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.JobLifecycleEvent;
import org.lecturehighlights.service.job.JobStatus;

/** Counts what happens to jobs, once it is committed. */
@Singleton
class JobMeters {
  private final MeterRegistry registry;
  private final StageGraph graph;
  private final Counter submitted;
  private final DistributionSummary upload;

  JobMeters(MeterRegistry registry, StageGraph graph) {
    this.registry = registry;
    this.graph = graph;
    this.submitted =
        Counter.builder("lecture.job.submitted")
            .description("Jobs whose lecture arrived completely and was queued")
            .register(registry);
    this.upload =
        DistributionSummary.builder("lecture.upload")
            .description("Sizes of the lectures that arrived completely")
            .baseUnit("bytes")
            .register(registry);
  }

  /**
   * Starts the counters at zero: a rate over a counter that first appears with an event misses that
   * event.
   */
  void begin(@Observes StartupEvent start) {
    Stream.of(JobStatus.values()).filter(JobStatus::isFinal).forEach(end -> turnaround(end.code()));
    for (StageDefinition stage : graph.stages()) {
      problem(stage.name(), ProblemKind.PROCESSING_CRASHED.name(), false);
      problem(stage.name(), ProblemKind.STORAGE_FAILED.name(), true);
    }
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobLifecycleEvent news) {
    switch (news) {
      case JobLifecycleEvent.Submitted(long bytes) -> {
        submitted.increment();
        upload.record((double) bytes);
      }
      case JobLifecycleEvent.Ended(_, _, String status, Duration took) ->
          turnaround(status).record(took);
      case JobLifecycleEvent.StageProblem(String stage, String code, boolean retried) ->
          problem(stage, code, retried).increment();
    }
  }

  private Counter problem(String stage, String code, boolean retried) {
    return Counter.builder("lecture.stage.problem")
        .description("Attempts that failed, by the code that users see")
        .tags("stage", stage, "code", code, "retried", Boolean.toString(retried))
        .register(registry);
  }

  private Timer turnaround(String status) {
    return Timer.builder("lecture.job.turnaround")
        .description("Time from the upload to the end of the job")
        .tag("status", status)
        .serviceLevelObjectives(Buckets.OF_JOBS)
        .register(registry);
  }
}
