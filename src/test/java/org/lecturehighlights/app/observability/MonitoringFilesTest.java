package org.lecturehighlights.app.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards, alert rules and runbooks agree with one another. */
class MonitoringFilesTest {
  private static final Pattern RUNBOOK = Pattern.compile("(?m)^### (Lecture\\w+)$([^#]*)");

  @Test
  void every_panel_has_a_title_a_unit_and_a_query() throws IOException {
    assertThat(MonitoringFiles.dashboards()).containsOnlyKeys("overview.json", "engine.json");
    assertThat(MonitoringFiles.panels())
        .hasSizeGreaterThan(15)
        .allSatisfy(panel -> {
          assertThat(panel.title()).isNotBlank();
          assertThat(panel.json().at("/fieldConfig/defaults/unit").asText())
              .as(panel.title())
              .isNotBlank();
          assertThat(panel.json().path("targets")).as(panel.title()).isNotEmpty();
          assertThat(panel.json().path("targets"))
              .as(panel.title())
              .allMatch(target -> !target.path("expr").asText().isBlank());
        });
  }

  @Test
  void dashboards_have_unique_names_and_work_with_any_data_source() throws IOException {
    Map<String, JsonNode> dashboards = MonitoringFiles.dashboards();
    assertThat(dashboards.values().stream().map(d -> d.path("uid").asText()))
        .doesNotHaveDuplicates();
    assertThat(MonitoringFiles.panels())
        .allSatisfy(panel ->
            assertThat(panel.json().at("/datasource/uid").asText()).isEqualTo("${datasource}"));
    dashboards.forEach((name, dashboard) -> {
      List<Integer> ids =
          dashboard.path("panels").valueStream().map(panel -> panel.path("id").asInt()).toList();
      assertThat(ids).as(name).doesNotHaveDuplicates();
    });
  }

  @Test
  void every_alert_has_a_runbook_and_every_runbook_an_alert() throws IOException {
    Map<String, String> runbooks =
        RUNBOOK
            .matcher(Files.readString(MonitoringFiles.GUIDE))
            .results()
            .collect(Collectors.toMap(found -> found.group(1), MonitoringFilesTest::text));
    List<JsonNode> alerts = MonitoringFiles.alerts();
    assertThat(alerts.stream().map(alert -> alert.path("alert").asText()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(runbooks.keySet());
    assertThat(runbooks)
        .allSatisfy((name, text) -> assertThat(text).contains("Meaning:", "Check:", "Action:"));
  }

  @Test
  void every_alert_has_a_severity_and_a_link_to_its_runbook() throws IOException {
    assertThat(MonitoringFiles.alerts())
        .allSatisfy(alert -> {
          String name = alert.path("alert").asText();
          assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
          assertThat(alert.path("for").asText()).as(name).matches("\\d+[mh]");
          assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
          assertThat(alert.at("/annotations/runbook_url").asText())
              .isEqualTo(MonitoringFiles.GUIDE + "#" + name.toLowerCase(Locale.ROOT));
        });
  }

  @Test
  void metrics_are_found_in_a_query() {
    assertThat(
            MonitoringFiles.metricsOf(
                "sum by (lane) (rate(a_total{x=\"b_c\"}[5m])) / on (lane) max(d_e offset 5m) > 0.1e3"))
        .containsExactlyInAnyOrder("a_total", "d_e");
  }

  @Test
  void prometheus_itself_accepts_the_rules() throws Exception {
    Path promtool =
        Stream.of(System.getenv("PATH").split(":"))
            .map(directory -> Path.of(directory, "promtool"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeThat(promtool).as("promtool is not installed on this machine").isNotNull();
    Process check =
        new ProcessBuilder(
                String.valueOf(promtool), "check", "rules", MonitoringFiles.ALERTS.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }

  private static String text(MatchResult section) {
    return section.group(2);
  }
}
