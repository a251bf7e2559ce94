package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFilesTest {
  private static final Path FOLDER = Path.of("docker");
  private static final KnownSettings SETTINGS = KnownSettings.ofApplication();

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.dev.yaml"})
  void the_files_keep_to_the_rules(String name) {
    assertThat(findings(text(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          read_only: true                    | read_onyl: true                   | api: unknown field read_onyl
          read_only: true                    | read_only: false                  | api: root file system can be written
          user: "10001:10001"                | user: "0:0"                       | api: runs as root
          user: "10001:10001"                | user: root                        | api: runs as root
          cap_drop: [ALL]                    | cap_drop: [NET_RAW]               | api: keeps capabilities
          no-new-privileges:true             | no-new-privileges:false           | api: may gain privileges
          /tmp:mode=1777,size=64m            | /var/tmp                          | api: no /tmp
          context: ..                        | context: .                        | api: built from missing docker/Dockerfile
          docker/Dockerfile}                 | docker/Dockerfiles}               | api: built from missing docker/Dockerfiles
          LECTURE_SPEECH_URL: ${             | LECTURE_SPEECH_URI: ${            | api: LECTURE_SPEECH_URI is read by nobody
          ENVIRONMENT: ${                    | QUARKUS_DATASOURCE_DB_KIND: ${    | api: QUARKUS_DATASOURCE_DB_KIND has no effect at run time: the build fixes it
          lecture_objects:/data/storage      | lecture_object:/data/storage      | api: mounts undeclared volume lecture_object
          ./monitoring:/etc/monitoring:ro    | ./watching:/etc/monitoring:ro     | prometheus: mounts missing ./watching
          postgres:18                        | postgres                          | db: image without a fixed version
          prom/prometheus:v3                 | prom/prometheus:latest-v3         | prometheus: image without a fixed version
          "127.0.0.1:5432:5432"              | "5432:5432"                       | db: port open to the network: 5432:5432
          127.0.0.1:${LECTURE_PORT:-8080}    | ${LECTURE_PORT:-8080}             | api: port open to the network: 8080:8080
          condition: service_healthy\\n  healthcheck | condition: service_healthy\\n  healthchecks | api: no health check
          -Xmx192m -XX:+ExitOn               | -Xmx192m -XX:-ExitOn              | api: goes on without memory
          memory: ${LECTURE_WORKER_MEMORY    | cpus: ${LECTURE_WORKER_MEMORY     | worker: no limit of memory
          stop_grace_period: 45s             | {}                                | api: no time to hand work over
          """)
  void a_planted_defect_is_found(String good, String bad, String finding) {
    String text = text("compose.yaml");
    String sound = good.replace("\\n", "\n");
    assertThat(text).contains(sound);
    String defect = bad.equals("{}") ? "" : bad.replace("\\n", "\n");
    assertThat(findings(text.replace(sound, defect))).contains(finding);
  }

  @Test
  void a_dependency_and_a_volume_that_nobody_has_are_found() {
    String text = text("compose.yaml");
    assertThat(findings(text.replace("    db:\n      condition", "    database:\n      condition")))
        .containsExactlyInAnyOrder(
            "api: depends on unknown service database",
            "worker: depends on unknown service database");
    assertThat(findings(text + "  forgotten:\n"))
        .containsExactly("volume forgotten is used by nobody");
  }

  @Test
  void the_database_alone_is_what_the_predecessors_workflow_knows() {
    ComposeFile file = ComposeFile.of(FOLDER, text("compose.yaml"));
    ComposeService db = file.service("db");
    assertThat(db.text("container_name")).isEqualTo("lecture-extractor-db");
    assertThat(db.map("environment"))
        .isEqualTo(
            Map.of(
                "POSTGRES_USER", "lecture_user",
                "POSTGRES_PASSWORD", "lecture_password",
                "POSTGRES_DB", "lecture_extractor"));
    assertThat(db.list("ports")).containsExactly("127.0.0.1:5432:5432");
    assertThat(db.volumeSources()).containsExactly("backend_postgres_data");
    assertThat(db.dependencies()).as("what starts with it").isEmpty();
    Map<String, Object> volumes =
        ComposeFile.map(ComposeFile.yaml(text("compose.yaml")).get("volumes"));
    assertThat(volumes.get("backend_postgres_data"))
        .isEqualTo(Map.of("name", "backend_postgres_data"));
  }

  @Test
  void a_plain_start_needs_neither_speech_nor_monitoring() {
    assertThat(ComposeFile.of(FOLDER, text("compose.yaml")).services())
        .filteredOn(service -> service.list("profiles").isEmpty())
        .extracting(ComposeService::name)
        .containsExactlyInAnyOrder("db", "api", "worker", "storage");
  }

  /** A process counts as gone where its number means nothing, and its scratch files with it. */
  @Test
  void containers_share_their_objects_but_not_their_scratch_space() {
    ComposeFile file = ComposeFile.of(FOLDER, text("compose.yaml"));
    assertThat(List.of(file.service("api"), file.service("worker")))
        .allSatisfy(service -> assertThat(service.list("volumes")).contains("/data"));
  }

  private static List<String> findings(String text) {
    return ComposeRules.findings(ComposeFile.of(FOLDER, text), SETTINGS);
  }

  private static String text(String name) {
    return ComposeFile.read(FOLDER.resolve(name));
  }
}
