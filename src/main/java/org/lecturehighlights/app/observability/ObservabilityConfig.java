package org.lecturehighlights.app.observability;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.runtime.Role;

/**
 * Derives the format of the log and whether to trace from the environment: lines are JSON in
 * production or with {@code LECTURE_LOG_JSON=true}, and traces are sent if OpenTelemetry's own
 * variable names a collector. An explicit {@code QUARKUS_…} wins. Quarkus treats this source as
 * part of the environment, so the build records nothing of it in the package.
 */
public final class ObservabilityConfig implements ConfigSourceFactory {
  private static final int ORDINAL = 275;

  /** OpenTelemetry's variables that Quarkus knows only with its own prefix. */
  private static final List<String> OPEN_TELEMETRY =
      List.of(
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_HEADERS",
          "OTEL_EXPORTER_OTLP_PROTOCOL",
          "OTEL_SERVICE_NAME",
          "OTEL_RESOURCE_ATTRIBUTES");

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    // Commands that end by themselves have no role; people read their few lines.
    boolean serves = !find("lecture.roles", context).equals(Optional.of(Role.NONE));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", Boolean.toString(serves && logsJson(context)));
    values.put("QUARKUS_OTEL_SDK_DISABLED", Boolean.toString(!(serves && traces(context))));
    for (String name : OPEN_TELEMETRY) {
      find(name, context).ifPresent(value -> values.put("QUARKUS_" + name, value));
    }
    return List.of(new EnvConfigSource(values, ORDINAL));
  }

  private static boolean logsJson(ConfigSourceContext context) {
    return find("lecture.log.json", context)
        .map(Boolean::parseBoolean)
        .orElseGet(
            () -> find("ENVIRONMENT", context).stream().anyMatch("production"::equalsIgnoreCase));
  }

  private static boolean traces(ConfigSourceContext context) {
    return find("OTEL_EXPORTER_OTLP_ENDPOINT", context)
        .or(() -> explicit("quarkus.otel.exporter.otlp.endpoint", context))
        .or(() -> explicit("quarkus.otel.exporter.otlp.traces.endpoint", context))
        .isPresent();
  }

  /** Even if nobody named a collector, the package finds Quarkus' own default of localhost. */
  private static Optional<String> explicit(String name, ConfigSourceContext context) {
    ConfigValue found = context.getValue(name);
    return found == null || found.getConfigSourceOrdinal() < 0
        ? Optional.empty()
        : text(found.getValue());
  }

  private static Optional<String> find(String name, ConfigSourceContext context) {
    ConfigValue found = context.getValue(name);
    return text(found == null ? null : found.getValue());
  }

  /** An empty value counts as unset. */
  private static Optional<String> text(@Nullable String given) {
    return Optional.ofNullable(given).map(String::strip).filter(value -> !value.isEmpty());
  }
}
