package org.lecturehighlights.media.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.media.process.launch.Confinement;
import org.lecturehighlights.media.process.launch.FfmpegLocator;
import org.lecturehighlights.media.process.launch.MediaLimits;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/**
 * Runs ffmpeg: found on first use, confined, watched, and ended with the caller's interruption. All
 * methods throw {@link Problem} {@code MEDIA_TOOL_MISSING} where there is none, {@code
 * MEDIA_FAILED} with its last line where it fails, and {@code MEDIA_LIMIT_EXCEEDED} where it takes
 * too long.
 */
public final class Ffmpeg {
  private static final Duration TICK = Duration.ofMillis(200);

  /** Writes the bytes of {@code pipe:0}. */
  @FunctionalInterface
  public interface Feed {
    void writeTo(OutputStream standardInput) throws IOException;
  }

  private record Located(Path executable, Confinement confinement) {}

  private final FfmpegLocator locator;
  private final MediaLimits limits;
  private final FfmpegObserver observer;
  private @Nullable Located located;

  /**
   * @param configured the executable to use, instead of the one on PATH or the embedded one
   */
  public Ffmpeg(Optional<Path> configured, MediaLimits limits, FfmpegObserver observer) {
    this.observer = observer;
    this.locator = new FfmpegLocator(configured);
    this.limits = limits;
  }

  /** As above, with nobody who watches. */
  public Ffmpeg(Optional<Path> configured, MediaLimits limits) {
    this(configured, limits, FfmpegObserver.NONE);
  }

  /** The executable in use. */
  public Path executable() {
    return located().executable();
  }

  public MediaLimits limits() {
    return limits;
  }

  /** Runs to the end without saying how far it is. */
  public FfmpegOutcome run(FfmpegCommand command) throws InterruptedException {
    return run(command, Duration.ZERO, _ -> {});
  }

  /**
   * Runs to the end.
   *
   * @param expected time of the longest output, or zero where nobody knows
   * @param progress called on this thread with a growing fraction
   */
  public FfmpegOutcome run(FfmpegCommand command, Duration expected, DoubleConsumer progress)
      throws InterruptedException {
    FfmpegOutcome outcome = runToAnyEnd(command, expected, progress);
    if (outcome.exitCode() != 0) {
      throw FfmpegFailure.of(outcome.exitCode(), outcome.log());
    }
    progress.accept(1);
    return outcome;
  }

  /** Runs to the end and leaves it to the caller what an exit code other than zero means. */
  public FfmpegOutcome inspect(FfmpegCommand command) throws InterruptedException {
    return runToAnyEnd(command, Duration.ZERO, _ -> {});
  }

  /** Runs to the end on bytes that the feed writes; an early end of ffmpeg ends the feed too. */
  public void run(FfmpegCommand command, Feed feed) throws InterruptedException {
    try (FfmpegProcess process = start(command, List.of())) {
      boolean fed = true;
      try (OutputStream standardInput = process.standardInput()) {
        feed.writeTo(standardInput);
      } catch (IOException _) {
        fed = false;
      }
      if (!process.endsWithin(limits.run())) {
        process.closeBeyondLimit();
        throw tooLong();
      }
      if (process.exitCode() != 0 || !fed) {
        throw FfmpegFailure.of(process.exitCode(), process.log());
      }
    }
  }

  /** Starts it and hands over its standard output; close that to end it. */
  public FfmpegOutput open(FfmpegCommand command) throws InterruptedException {
    return new FfmpegOutput(start(command, List.of()), limits.run());
  }

  private FfmpegOutcome runToAnyEnd(
      FfmpegCommand command, Duration expected, DoubleConsumer progress)
      throws InterruptedException {
    long deadline = System.nanoTime() + limits.run().toNanos();
    try (FfmpegProcess process = start(command, List.of("-progress", "pipe:1"))) {
      ProgressReader reader = new ProgressReader(process.standardOutput());
      double reported = 0;
      while (!process.endsWithin(TICK)) {
        if (System.nanoTime() - deadline > 0) {
          process.closeBeyondLimit();
          throw tooLong();
        }
        double fraction = fraction(reader.position(), expected);
        if (fraction > reported) {
          reported = fraction;
          progress.accept(fraction);
        }
      }
      Duration written = reader.end();
      return new FfmpegOutcome(process.exitCode(), process.log(), written);
    }
  }

  private static double fraction(Duration position, Duration expected) {
    return expected.isZero() ? 0 : Math.min(1, (double) position.toMillis() / expected.toMillis());
  }

  private FfmpegProcess start(FfmpegCommand command, List<String> globalOptions)
      throws InterruptedException {
    Located tool = located();
    List<String> line = new ArrayList<>(List.of(tool.executable().toString()));
    line.addAll(globalOptions);
    line.addAll(command.arguments(limits));
    try {
      return new FfmpegProcess(
          new ProcessBuilder(tool.confinement().around(line)), command.purpose(), observer);
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.MEDIA_TOOL_MISSING,
          "ffmpeg was found but cannot be started; check that it runs on this machine.",
          cause);
    }
  }

  private synchronized Located located() {
    if (located == null) {
      located = new Located(locator.locate(), new Confinement(limits));
    }
    return located;
  }

  private static Problem tooLong() {
    return Problem.of(
        ProblemKind.MEDIA_LIMIT_EXCEEDED,
        "Processing the media took longer than allowed; try a shorter or smaller video.");
  }
}
