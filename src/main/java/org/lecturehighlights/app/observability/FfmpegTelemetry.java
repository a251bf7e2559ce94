package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.lecturehighlights.lecture.media.process.FfmpegObserver;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;

/**
 * Reports every run of ffmpeg as a timer and, if its caller is traced, as a span; neither names a
 * file.
 */
@Singleton
class FfmpegTelemetry implements FfmpegObserver {
  private final MeterRegistry registry;
  private final Tracer tracer;
  private final AtomicInteger active = new AtomicInteger();

  FfmpegTelemetry(MeterRegistry registry, Tracer tracer) {
    this.registry = registry;
    this.tracer = tracer;
    Gauge.builder("lecture.ffmpeg.active", active, AtomicInteger::get)
        .description("ffmpeg processes that this process is running")
        .register(registry);
  }

  @Override
  public Observed started(FfmpegPurpose purpose) {
    active.incrementAndGet();
    Timer.Sample sample = Timer.start(registry);
    String code = purpose.name().toLowerCase(Locale.ROOT);
    Span span =
        Span.current().getSpanContext().isValid()
            ? tracer.spanBuilder("ffmpeg " + code).setSpanKind(SpanKind.CLIENT).startSpan()
            : Span.getInvalid();
    span.setAttribute("lecture.ffmpeg.purpose", code);
    return (how, exitCode) -> {
      active.decrementAndGet();
      stop(sample, code, how);
      end(span, how, exitCode);
    };
  }

  private void stop(Timer.Sample sample, String purpose, Ending how) {
    sample.stop(
        Timer.builder("lecture.ffmpeg.run")
            .description("Runs of ffmpeg and how they ended")
            .tags("purpose", purpose, "ending", code(how))
            .serviceLevelObjectives(Buckets.OF_STAGES)
            .register(registry));
  }

  private static void end(Span span, Ending how, OptionalInt exitCode) {
    span.setAttribute("lecture.ffmpeg.ending", code(how));
    exitCode.ifPresent(number -> span.setAttribute("process.exit.code", number));
    switch (how) {
      // A probe always ends with an exit code, so only the stage shows a failure.
      case OK, STOPPED, FAILED -> {}
      case KILLED, LIMIT -> span.setStatus(StatusCode.ERROR, code(how));
    }
    span.end();
  }

  private static String code(Ending how) {
    return how.name().toLowerCase(Locale.ROOT);
  }
}
