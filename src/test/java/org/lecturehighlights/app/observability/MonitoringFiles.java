package org.lecturehighlights.app.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dashboards, alert rules and the guide that explains them. */
final class MonitoringFiles {
  static final Path GUIDE = Path.of("src/docs/operations.md");
  static final Path ALERTS = Path.of("docker/monitoring/alerts.yaml");
  private static final Path DASHBOARDS = Path.of("docker/monitoring/dashboards");

  /** Prometheus itself makes this metric for each target that it scrapes. */
  static final Set<String> APPEAR_LATER = Set.of("up");

  private static final Pattern NOT_METRICS =
      Pattern.compile(
          "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|\\w)");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private MonitoringFiles() {}

  /** One panel that draws something. */
  record Panel(String dashboard, JsonNode json) {
    String title() {
      return json.path("title").asText();
    }
  }

  static Map<String, JsonNode> dashboards() throws IOException {
    Map<String, JsonNode> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
      }
    }
    return found;
  }

  static List<Panel> panels() throws IOException {
    List<Panel> panels = new ArrayList<>();
    dashboards()
        .forEach((name, dashboard) ->
            dashboard
                .path("panels")
                .forEach(panel -> {
                  if (!panel.path("type").asText().equals("row")) {
                    panels.add(new Panel(name, panel));
                  }
                }));
    return panels;
  }

  static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    new ObjectMapper(new YAMLFactory())
        .readTree(ALERTS.toFile())
        .path("groups")
        .forEach(group -> group.path("rules").forEach(alerts::add));
    return alerts;
  }

  /** Every query of dashboards and alerts. */
  static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    alerts().forEach(alert -> expressions.add(alert.path("expr").asText()));
    panels()
        .forEach(panel ->
            panel.json().path("targets").forEach(t -> expressions.add(t.path("expr").asText())));
    return expressions;
  }

  /** The names in a query that are neither functions nor labels nor words of the language. */
  static Set<String> metricsOf(String expression) {
    Matcher names = NAME.matcher(NOT_METRICS.matcher(expression).replaceAll(" "));
    return names
        .results()
        .map(found -> found.group(1))
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
