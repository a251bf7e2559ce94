package org.lecturehighlights.lecture.media.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Runs ffmpeg: found on first use, confined, watched, and ended with the caller's interruption. All
 * methods throw {@link Problem} {@code MEDIA_TOOL_MISSING} where there is none, {@code
 * MEDIA_LIMIT_EXCEEDED} where it takes too much of anything, {@code STORAGE_FULL}, and with its
 * last line {@code MEDIA_DAMAGED} where it fails on a lecture, {@code MEDIA_FAILED} where on ours.
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

  /** What is put around each process. */
  public Confinement confinement() {
    return located().confinement();
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
    FfmpegOutcome outcome = runToAnyEnd(command, limits.run(), expected, progress);
    if (outcome.exitCode() != 0) {
      throw FfmpegFailure.of(outcome.exitCode(), outcome.log(), command.readsLecture());
    }
    progress.accept(1);
    return outcome;
  }

  /**
   * Runs to the end, shortly, and leaves it to the caller what an exit code other than zero means;
   * a crash is a {@link Problem} here too.
   */
  public FfmpegOutcome inspect(FfmpegCommand command) throws InterruptedException {
    FfmpegOutcome outcome = runToAnyEnd(command, limits.inspection(), Duration.ZERO, _ -> {});
    if (outcome.crashed()) {
      throw FfmpegFailure.of(outcome.exitCode(), outcome.log(), command.readsLecture());
    }
    return outcome;
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
        throw FfmpegFailure.tooLong();
      }
      if (process.exitCode() != 0 || !fed) {
        throw FfmpegFailure.of(process.exitCode(), process.log(), command.readsLecture());
      }
    }
  }

  /** Starts it and hands over its standard output; close that to end it. */
  public FfmpegOutput open(FfmpegCommand command) throws InterruptedException {
    return open(command, limits.run());
  }

  /** Starts it for at most a time. */
  public FfmpegOutput open(FfmpegCommand command, Duration limit) throws InterruptedException {
    return new FfmpegOutput(start(command, List.of()), limit, command.readsLecture());
  }

  private FfmpegOutcome runToAnyEnd(
      FfmpegCommand command, Duration limit, Duration expected, DoubleConsumer progress)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    try (FfmpegProcess process = start(command, List.of("-progress", "pipe:1"))) {
      ProgressReader reader = new ProgressReader(process.standardOutput());
      double reported = 0;
      while (!process.endsWithin(TICK)) {
        if (System.nanoTime() - deadline > 0) {
          process.closeBeyondLimit();
          throw FfmpegFailure.tooLong();
        }
        double fraction = fraction(reader.position(), expected);
        if (fraction > reported) {
          reported = fraction;
          progress.accept(fraction);
        }
      }
      Duration written = reader.end();
      return new FfmpegOutcome(process.exitCode(), process.log(), written, reader.frames());
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
}
