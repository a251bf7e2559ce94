package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest lectures in a process with as much memory as the manifests give. */
class LongLectureIT {
  private static final long MILLIS_PER_STEP = 60_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern STEP = Pattern.compile("in (\\d+) ms");

  @ParameterizedTest
  @CsvSource({
    "SPEECH, 43200, 120",
    "SENTENCES, 43200, 600",
    "SENTENCES, 600, 600",
    "UNENDING, 43200, 120",
    "VOCABULARY, 43200, 120",
    "MONOTONOUS, 7200, 120"
  })
  void each_step_of_the_largest_lecture_takes_less_than_a_minute_and_256_MB(
      String kind, String seconds, String longest) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LongLecture.class.getName(),
                kind,
                seconds,
                longest)
            .redirectErrorStream(true)
            .start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(told);
    assertThat(process.waitFor()).as(told).isZero();
    assertThat(STEP.matcher(told).results().map(step -> Long.parseLong(step.group(1))))
        .as(told)
        .hasSize(7)
        .allMatch(millis -> millis < MILLIS_PER_STEP);
  }
}
