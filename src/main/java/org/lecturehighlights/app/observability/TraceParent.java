package org.lecturehighlights.app.observability;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trace's place in it as text: the header {@code traceparent} of W3C Trace Context. */
final class TraceParent {
  private static final String HEADER = "traceparent";

  private TraceParent() {}

  /** Of the span that is current; empty where nothing is traced. */
  static Optional<String> current() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, TraceParent::put);
    return Optional.ofNullable(headers.get(HEADER));
  }

  /** A context below it; a trace of its own where there is none, or none that can be read. */
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
