package org.lecturehighlights.app.observability;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A position in a trace as text: the header {@code traceparent} of W3C Trace Context. */
final class TraceParent {
  private static final String HEADER = "traceparent";

  private TraceParent() {}

  /** The position of the current span; empty if nothing is traced. */
  static Optional<String> current() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, TraceParent::put);
    return Optional.ofNullable(headers.get(HEADER));
  }

  /** A context below that position; a new trace if there is none or it cannot be read. */
  static Context context(Optional<String> traceParent) {
    return traceParent
        .map(text ->
            W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), Map.of(HEADER, text), new Headers()))
        .orElse(Context.root());
  }

  private static void put(@Nullable Map<String, String> headers, String name, String value) {
    if (headers != null) {
      headers.put(name, value);
    }
  }

  private static final class Headers implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}
