package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.lecturehighlights.platform.engine.AttemptObserver;

/**
 * Reports every attempt at a stage as a timer and as a span below the request that submitted the
 * job.
 */
@Singleton
class AttemptTelemetry implements AttemptObserver {
  private final MeterRegistry registry;
  private final Tracer tracer;

  AttemptTelemetry(MeterRegistry registry, Tracer tracer) {
    this.registry = registry;
    this.tracer = tracer;
  }

  @Override
  public Optional<String> origin() {
    return TraceParent.current();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the returned observation closes it
  public Observed begin(Attempt attempt) {
    Span span =
        tracer
            .spanBuilder("stage " + attempt.stage())
            .setParent(TraceParent.context(attempt.origin()))
            .setAttribute("lecture.job", attempt.jobId())
            .setAttribute("lecture.stage", attempt.stage())
            .setAttribute("lecture.attempt", attempt.number())
            .setAttribute("lecture.lane", attempt.lane().code())
            .startSpan();
    return new Run(attempt, span, span.makeCurrent(), Timer.start(registry));
  }

  private final class Run implements Observed {
    private final Attempt attempt;
    private final Span span;
    private final Scope scope;
    private final Timer.Sample sample;
    private Ending ending = Ending.UNSETTLED;

    private Run(Attempt attempt, Span span, Scope scope, Timer.Sample sample) {
      this.attempt = attempt;
      this.span = span;
      this.scope = scope;
      this.sample = sample;
    }

    @Override
    public void ended(Ending how) {
      ending = how;
    }

    @Override
    public void close() {
      String outcome = ending.name().toLowerCase(Locale.ROOT);
      sample.stop(
          Timer.builder("lecture.stage.run")
              .description("Attempts at stages and how they ended")
              .tags("stage", attempt.stage(), "lane", attempt.lane().code(), "outcome", outcome)
              .serviceLevelObjectives(Buckets.OF_STAGES)
              .register(registry));
      span.setAttribute("lecture.outcome", outcome);
      switch (ending) {
        case RETRIED, FAILED, UNSETTLED -> span.setStatus(StatusCode.ERROR, outcome);
        case DONE, CANCELLED, HANDED_OVER, DROPPED -> {}
      }
      scope.close();
      span.end();
    }
  }
}
