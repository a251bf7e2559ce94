package org.lecturehighlights.lecture.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class FfmpegTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private final Ffmpeg ffmpeg = new Ffmpeg(Optional.empty(), MediaLimits.DEFAULT);

  @Test
  void an_interruption_ends_the_process() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                ffmpeg.run(endless(), Duration.ofHours(1), _ -> running.countDown());
              } catch (Throwable thrown) {
                end.set(thrown);
              }
            });
    running.await();

    worker.interrupt();
    worker.join(Duration.ofSeconds(20));

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(ourChildren()).isEmpty();
  }

  @Test
  void closing_its_output_ends_the_process() throws Exception {
    try (FfmpegOutput output =
        ffmpeg.open(
            new FfmpegCommand()
                .input(Containers.RAW, Path.of("/dev/zero"), "-f", "s16le", "-ac", "1")
                .with("-f", "s16le")
                .standardOutput())) {
      assertThat(output.readNBytes(1000)).hasSize(1000);
    }

    assertThat(ourChildren()).isEmpty();
  }

  @Test
  void a_run_that_takes_too_long_is_ended_and_said() {
    Ffmpeg impatient =
        new Ffmpeg(Optional.empty(), limits(Duration.ofSeconds(1), HOUR, 1 << 30, 1 << 20));

    assertThatThrownBy(() -> impatient.run(endless()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.MEDIA_LIMIT_EXCEEDED));
    assertThat(ourChildren()).isEmpty();
  }

  @Test
  void a_failure_carries_the_last_words() {
    assertThatThrownBy(() ->
            ffmpeg.run(
                new FfmpegCommand()
                    .input(Containers.LECTURE, directory.resolve("missing.mp4"))
                    .with("-f", "null", "-")))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(ProblemKind.MEDIA_DAMAGED);
              assertThat(p.detail())
                  .contains("missing.mp4: No such file or directory")
                  .doesNotContain(directory.toString());
            });
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_limits_of_time_and_output_end_it_and_are_named() throws Exception {
    assertEnds(limits(HOUR, Duration.ofSeconds(1), 1 << 30, 1 << 30), "processor time");
    assertEnds(limits(HOUR, HOUR, 1 << 30, 10_000), "larger file");
  }

  private void assertEnds(MediaLimits limits, String cause) {
    Ffmpeg limited = new Ffmpeg(Optional.empty(), limits);
    FfmpegCommand work =
        new FfmpegCommand(FfmpegPurpose.DECODE)
            .input(
                Containers.RAW,
                Path.of("/dev/urandom"),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-s",
                "1280x720")
            .with("-c:v", "libx264")
            .output(directory.resolve("out.mkv"));
    assertThatThrownBy(() -> limited.run(work))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).as(p.detail()).isEqualTo(ProblemKind.MEDIA_LIMIT_EXCEEDED);
              assertThat(p.detail()).contains(cause);
            });
  }

  private static MediaLimits limits(Duration run, Duration processor, long memory, long output) {
    return new MediaLimits(1 << 30, 1L << 40, HOUR, HOUR, run, processor, memory, output);
  }

  @Test
  void a_configured_ffmpeg_that_is_missing_is_named() {
    Ffmpeg missing = new Ffmpeg(Optional.of(directory.resolve("no-ffmpeg")), MediaLimits.DEFAULT);

    assertThatThrownBy(missing::executable)
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.MEDIA_TOOL_MISSING));
  }

  private static FfmpegCommand endless() {
    return new FfmpegCommand()
        .input(Containers.RAW, Path.of("/dev/zero"), "-re", "-f", "s16le", "-ac", "1")
        .with("-f", "null", "-");
  }

  /** Other tests of the same JVM may have a database running. */
  private static List<ProcessHandle> ourChildren() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().command().orElse("").contains("ffmpeg"))
        .toList();
  }
}
