package org.lecturehighlights.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.media.process.launch.MediaLimits;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

class FfmpegTest {
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
        new Ffmpeg(
            Optional.empty(), new MediaLimits(1000, Duration.ofSeconds(1), 6L << 30, 1 << 20));

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
              assertThat(p.kind()).isEqualTo(ProblemKind.MEDIA_FAILED);
              assertThat(p.detail()).contains("No such file or directory");
            });
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
