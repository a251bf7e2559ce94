package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker compose itself says of our files; needs its command line, but no engine. */
class ContainerEngineTest {
  private record Said(int code, String words) {}

  @BeforeAll
  static void compose_is_installed() throws Exception {
    boolean installed;
    try {
      installed = say("docker", "compose", "version").code() == 0;
    } catch (IOException notFound) {
      installed = false;
    }
    assumeTrue(installed, "docker compose is not installed on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker/compose.yaml", "docker/compose.dev.yaml"})
  void compose_accepts_the_file_with_every_profile(String file) throws Exception {
    Said said = say("docker", "compose", "-f", file, "--profile", "*", "config", "--quiet");
    assertThat(said).isEqualTo(new Said(0, ""));
  }

  @Test
  void a_start_of_the_database_starts_nothing_else() throws Exception {
    Said said = say("docker", "compose", "-f", "docker/compose.yaml", "config", "db");
    assertThat(said.code()).isZero();
    assertThat(ComposeFile.map(ComposeFile.yaml(said.words()).get("services")))
        .containsOnlyKeys("db");
  }

  private static Said say(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Said(process.exitValue(), text);
    }
  }
}
