package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfilesTest {
  private static final Path FOLDER = Path.of("docker");

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "Dockerfile.jvm"})
  void the_files_keep_to_the_rules(String name) {
    assertThat(findings(text(name), ignored())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          debian:13-slim                   | debian                          | starts from debian, which has no fixed version
          debian:13-slim                   | debian:latest                   | starts from debian:latest, which has no fixed version
          ARG RUNTIME_IMAGE=debian:13-slim | ARG RUNTIME_IMAGE               | starts from , which has no fixed version
          APPLICATION=built                | APPLICATION=build               | starts from build, which has no fixed version
          USER 10001:10001                 | USER root                       | runs as root or by a name
          USER 10001:10001                 | USER 0                          | runs as root or by a name
          USER 10001:10001                 | EXPOSE 8081                     | runs as root or by a name
          EXPOSE 8080                      | RUN true                        | changes the image after its user
          ENTRYPOINT ["lecture"]           | ENTRYPOINT lecture              | ENTRYPOINT goes through a shell
          CMD ["serve"]                    | CMD serve                       | CMD goes through a shell
          CMD ["lecture-ready"]            | CMD lecture-ready               | has no health check of its own
          STOPSIGNAL SIGTERM               | STOPSIGNAL SIGKILL              | is not told how to stop
          licenses=                        | license=                        | has no label licenses
          --no-install-recommends          | --quiet                         | installs what nobody asked for
          rm -rf /var/lib/apt/lists/*      | rm -rf /var/lib/apt/lists       | leaves the lists of packages behind
          apt-get update                   | true                            | installs from old lists
          COPY mvnw pom.xml                | COPY mvnw .env pom.xml          | .dockerignore hides .env
          VOLUME /data                     | ADD https://example.org/x /x    | downloads by itself: ADD https://example.org/x /x
          VOLUME /data                     | RUN wget https://example.org/x  | downloads by itself: RUN wget https://example.org/x
          VOLUME /data                     | ENV SPEECH_API_KEY=sk-1         | carries a secret: ENV SPEECH_API_KEY=sk-1
          """)
  void a_planted_defect_is_found(String good, String bad, String finding) {
    for (String name : List.of("Dockerfile", "Dockerfile.jvm")) {
      String text = text(name);
      assertThat(text).contains(good);
      assertThat(findings(text.replace(good, bad), ignored())).containsExactly(finding);
    }
  }

  @Test
  void a_build_that_sees_everything_is_found() {
    assertThat(findings(text("Dockerfile"), List.of("target", "!mvnw")))
        .contains("everything goes into the build unless it is shut out");
  }

  /** Otherwise the two images would not share the large layer with ffmpeg. */
  @Test
  void both_images_prepare_their_system_the_same_way() {
    assertThat(Dockerfile.of(text("Dockerfile")).shipped().last("RUN"))
        .isEqualTo(Dockerfile.of(text("Dockerfile.jvm")).shipped().last("RUN"));
  }

  /** On the JVM and natively. */
  @Test
  void a_process_without_memory_ends() {
    assertThat(text("lecture").lines().filter(line -> line.strip().startsWith("exec ")))
        .hasSize(2)
        .allMatch(line -> line.contains("$OUT_OF_MEMORY ${JAVA_OPTS:-}"));
    assertThat(text("lecture")).contains("\nOUT_OF_MEMORY=-XX:+ExitOnOutOfMemoryError\n");
  }

  @Test
  void the_health_check_asks_where_the_application_answers() {
    assertThat(text("Dockerfile")).contains("EXPOSE 8080");
    assertThat(text("lecture-ready"))
        .contains("GET /q/health/ready ", "127.0.0.1/${QUARKUS_HTTP_PORT:-8080}");
  }

  @Test
  void the_executable_is_built_alike_within_docker_and_by_maven_in_a_container() {
    assertThat(ComposeFile.read(Path.of("src/main/resources/application.properties")))
        .contains(
            "quarkus.native.builder-image="
                + text("Dockerfile")
                    .lines()
                    .filter(line -> line.startsWith("ARG BUILDER_IMAGE="))
                    .map(line -> line.substring("ARG BUILDER_IMAGE=".length()))
                    .collect(Collectors.joining()));
  }

  private static List<String> findings(String text, List<String> ignored) {
    return DockerfileRules.findings(Dockerfile.of(text), ignored);
  }

  private static List<String> ignored() {
    return ComposeFile.read(Path.of(".dockerignore")).lines().toList();
  }

  private static String text(String name) {
    return ComposeFile.read(FOLDER.resolve(name));
  }
}
