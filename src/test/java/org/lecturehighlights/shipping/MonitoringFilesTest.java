package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That Prometheus and Grafana look where docker compose puts things. */
class MonitoringFilesTest {
  private static final Path FOLDER = Path.of("docker/monitoring");
  private static final String MOUNTED = "/etc/monitoring";

  private final ComposeFile compose =
      ComposeFile.of(Path.of("docker"), ComposeFile.read(Path.of("docker/compose.yaml")));

  @Test
  void prometheus_asks_every_container_of_ours() {
    Map<String, Object> job = first(yaml("prometheus.yaml").get("scrape_configs"));
    assertThat(job.get("metrics_path")).isEqualTo("/q/metrics");
    Map<String, Object> found = first(job.get("dns_sd_configs"));
    List<String> ours =
        compose.services().stream()
            .filter(ComposeService::isOurs)
            .map(ComposeService::name)
            .toList();
    assertThat(found.get("names"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSameElementsAs(ours);
  }

  @Test
  void grafana_finds_prometheus_and_our_dashboards() {
    assertThat(first(yaml("grafana/datasources/prometheus.yaml").get("datasources")))
        .containsEntry("url", "http://prometheus:9090");
    assertThat(
            first(first(yaml("grafana/dashboards/lecture.yaml").get("providers")).get("options")))
        .containsEntry("path", MOUNTED + "/dashboards");
    assertThat(compose.service("grafana").map("environment"))
        .containsEntry("GF_PATHS_PROVISIONING", MOUNTED + "/grafana");
  }

  @Test
  void both_see_the_folder_and_cannot_change_it() {
    for (String name : List.of("prometheus", "grafana")) {
      assertThat(compose.service(name).list("volumes")).contains("./monitoring:" + MOUNTED + ":ro");
    }
    assertThat(compose.service("prometheus").list("command"))
        .contains("--config.file=" + MOUNTED + "/prometheus.yaml");
  }

  private static Map<String, Object> yaml(String name) {
    return ComposeFile.yaml(ComposeFile.read(FOLDER.resolve(name)));
  }

  /** The first of a list, or the map itself. */
  private static Map<String, Object> first(@Nullable Object value) {
    return ComposeFile.map(value instanceof List<?> list ? list.getFirst() : value);
  }
}
