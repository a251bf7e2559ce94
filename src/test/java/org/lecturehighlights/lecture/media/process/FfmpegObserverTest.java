package org.lecturehighlights.lecture.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.Problem;

/** What an observer is told of a run of ffmpeg, whatever its end. */
class FfmpegObserverTest {
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void a_run_that_ends_well_is_told_once() throws Exception {
    ffmpeg(MediaLimits.DEFAULT).run(sound(FfmpegPurpose.CLIP, "-t", "0.1"));
    assertThat(told).containsExactly("CLIP begins", "CLIP OK 0");
  }

  @Test
  void a_run_that_fails_is_told_with_its_exit_code() throws Exception {
    FfmpegOutcome outcome =
        ffmpeg(MediaLimits.DEFAULT).inspect(sound(FfmpegPurpose.PROBE, "-map", "7"));
    assertThat(told).containsExactly("PROBE begins", "PROBE FAILED " + outcome.exitCode());
  }

  @Test
  void a_run_beyond_its_time_is_told_as_a_limit() {
    MediaLimits usual = MediaLimits.DEFAULT;
    MediaLimits impatient =
        new MediaLimits(
            usual.pixels(),
            usual.pixelsPerSecond(),
            usual.length(),
            usual.inspection(),
            Duration.ofMillis(300),
            usual.processor(),
            usual.memoryBytes(),
            usual.outputBytes());
    assertThatThrownBy(() -> ffmpeg(impatient).run(sound(FfmpegPurpose.DECODE)))
        .isInstanceOf(Problem.class);
    assertThat(told).hasSize(2).last().asString().startsWith("DECODE LIMIT");
  }

  @Test
  void an_output_that_is_closed_early_is_told_as_stopped() throws Exception {
    try (FfmpegOutput output =
        ffmpeg(MediaLimits.DEFAULT)
            .open(
                new FfmpegCommand(FfmpegPurpose.INTERMEDIATE)
                    .input(Containers.RAW, Path.of("/dev/zero"), "-f", "s16le", "-ac", "1")
                    .with("-f", "s16le")
                    .standardOutput())) {
      assertThat(output.readNBytes(1000)).hasSize(1000);
    }
    assertThat(told).hasSize(2).last().asString().startsWith("INTERMEDIATE STOPPED");
  }

  private Ffmpeg ffmpeg(MediaLimits limits) {
    return new Ffmpeg(
        Optional.empty(),
        limits,
        purpose -> {
          told.add(purpose + " begins");
          return (how, exitCode) ->
              told.add(
                  purpose + " " + how + (exitCode.isPresent() ? " " + exitCode.getAsInt() : ""));
        });
  }

  private static FfmpegCommand sound(FfmpegPurpose purpose, String... options) {
    return new FfmpegCommand(purpose)
        .input(Containers.RAW, Path.of("/dev/zero"), "-re", "-f", "s16le", "-ac", "1")
        .with(options)
        .with("-f", "null", "-");
  }
}
