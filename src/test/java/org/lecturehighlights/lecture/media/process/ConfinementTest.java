package org.lecturehighlights.lecture.media.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ConfinementTest {
  private static final MediaLimits LIMITS =
      new MediaLimits(
          1000,
          1000,
          Duration.ofHours(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(77),
          123 << 20,
          45_678);

  private final Confinement confinement = new Confinement(LIMITS);

  @Test
  void the_kernel_knows_every_limit() throws Exception {
    String limits = inside("cat /proc/self/limits");

    assertThat(limits)
        .containsPattern("Max cpu time +77 +82")
        .containsPattern("Max data size +" + (123 << 20))
        .containsPattern("Max address space +" + 4L * (123 << 20))
        .containsPattern("Max file size +45678 +45678")
        .containsPattern("Max core file size +0 +0");
  }

  @Test
  void there_is_no_network_and_no_new_privilege_or_it_is_said() throws Exception {
    List<String> devices =
        inside("cat /proc/net/dev").lines().filter(line -> line.contains(":")).toList();
    if (confinement.missing().contains("no network")) {
      assertThat(confinement.inForce()).doesNotContain("no network");
    } else {
      assertThat(devices).noneMatch(line -> !line.strip().startsWith("lo:"));
    }
    assertThat(inside("cat /proc/self/status")).contains("NoNewPrivs:\t1");
  }

  private String inside(String command) throws Exception {
    Process process =
        ProcessSpawner.start(
            new ProcessBuilder(confinement.around(List.of("/bin/sh", "-c", command))));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
