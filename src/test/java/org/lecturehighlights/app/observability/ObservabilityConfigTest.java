package org.lecturehighlights.app.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservabilityConfigTest {

  @ParameterizedTest
  @CsvSource({
    "production, , true",
    "Production, , true",
    "production, false, false",
    "development, , false",
    "development, true, true",
    ", true, true",
    ", , false",
    "'', '', false"
  })
  void production_logs_json_unless_told_otherwise(
      String environment, String asked, boolean isJson) {
    Map<String, String> given = new HashMap<>();
    if (environment != null) {
      given.put("ENVIRONMENT", environment);
    }
    if (asked != null) {
      given.put("lecture.log.json", asked);
    }
    assertThat(isOn(given, "quarkus.log.console.json.enabled")).isEqualTo(isJson);
  }

  @Test
  void commands_that_end_log_plain_lines_and_trace_nothing() {
    Map<String, String> given =
        Map.of(
            "lecture.roles", "none",
            "ENVIRONMENT", "production",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317");
    assertThat(isOn(given, "quarkus.log.console.json.enabled")).isFalse();
    assertThat(isOn(given, "quarkus.otel.sdk.disabled")).isTrue();
  }

  @Test
  void nothing_is_traced_without_a_collector() {
    assertThat(isOn(Map.of(), "quarkus.otel.sdk.disabled")).isTrue();
    assertThat(isOn(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " "), "quarkus.otel.sdk.disabled"))
        .isTrue();
  }

  @Test
  void the_usual_variable_for_a_collector_switches_traces_on() {
    SmallRyeConfig config =
        config(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
    assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isFalse();
    assertThat(config.getValue("quarkus.otel.exporter.otlp.endpoint", String.class))
        .isEqualTo("http://collector:4318");
    assertThat(config.getValue("quarkus.otel.exporter.otlp.protocol", String.class))
        .isEqualTo("http/protobuf");
  }

  @Test
  void the_quarkus_variable_for_a_collector_switches_traces_on_too() {
    assertThat(
            isOn(
                Map.of("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317"),
                "quarkus.otel.sdk.disabled"))
        .isFalse();
  }

  @Test
  void the_default_collector_of_quarkus_does_not_switch_traces_on() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withDefaultValue("quarkus.otel.exporter.otlp.endpoint", "http://localhost:4317")
            .withSources(new ObservabilityConfig())
            .addDefaultInterceptors()
            .build();
    assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isTrue();
  }

  private static boolean isOn(Map<String, String> given, String name) {
    return config(given).getValue(name, Boolean.class);
  }

  private static SmallRyeConfig config(Map<String, String> given) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(given, "given", 300))
        .withSources(new ObservabilityConfig())
        .addDefaultInterceptors()
        .build();
  }
}
