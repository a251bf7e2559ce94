package org.lecturehighlights.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LongTranscriptIT {
  /** Java itself and what it loads need about 16 MB; the texts alone would be 200 MB. */
  private static final String MEMORY = "-Xmx40m";

  @Test
  void every_format_of_150_000_segments_is_written_in_little_memory()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LongTranscript.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(told);
    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).contains("vtt: ", "srt: ", "txt: ", "json: ", "zip: ");
  }
}
