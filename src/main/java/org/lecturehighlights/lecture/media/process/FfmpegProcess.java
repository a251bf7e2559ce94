package org.lecturehighlights.lecture.media.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lecturehighlights.lecture.media.process.FfmpegObserver.Ending;

/** A running ffmpeg; closing it ends the process, if it has not ended by itself. */
final class FfmpegProcess implements Closeable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** SIGXCPU and SIGXFSZ, which Confinement's limits send. */
  private static final Set<Integer> LIMIT_SIGNALS =
      Set.of(FfmpegOutcome.SIGNALS + 24, FfmpegOutcome.SIGNALS + 25);

  private final Process process;
  private final LogTail log = new LogTail();
  private final Thread logReader;
  private final FfmpegObserver.Observed observed;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean beyondLimit;

  FfmpegProcess(ProcessBuilder builder, FfmpegPurpose purpose, FfmpegObserver observer)
      throws IOException, InterruptedException {
    // ffmpeg needs nothing of our environment, and what it decodes is not trusted with it.
    builder.environment().keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "TMPDIR"));
    builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
    builder.environment().put("LC_ALL", "C");
    // A static ffmpeg crashes when it loads the machine's character sets, for which the name of a
    // broadcaster in an MPEG transport stream is enough: it shall find none.
    builder.environment().put("GCONV_PATH", "/dev/null");
    process = ProcessSpawner.start(builder);
    observed = observer.started(purpose);
    logReader =
        Thread.ofPlatform()
            .daemon()
            .name("ffmpeg-log-" + process.pid())
            .start(() -> log.drain(process.getErrorStream()));
  }

  InputStream standardOutput() {
    return process.getInputStream();
  }

  OutputStream standardInput() {
    return process.getOutputStream();
  }

  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only after the process has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Everything that was kept of the log, complete once the process has ended. */
  List<String> log() throws InterruptedException {
    if (!process.isAlive()) {
      logReader.join(GRACE);
    }
    return log.lines();
  }

  /** Ends it, because it went beyond what it is allowed. */
  void closeBeyondLimit() {
    beyondLimit = true;
    close();
  }

  @Override
  public void close() {
    boolean stopped = process.isAlive();
    if (process.isAlive()) {
      var family = process.descendants().toList();
      family.forEach(ProcessHandle::destroy);
      process.destroy();
      if (!endsDespiteInterruption()) {
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    closeQuietly(process.getInputStream());
    closeQuietly(process.getOutputStream());
    if (over.compareAndSet(false, true)) {
      tell(stopped);
    }
  }

  private void tell(boolean stopped) {
    OptionalInt exitCode =
        process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    observed.ended(ending(exitCode.orElse(0), stopped), exitCode);
  }

  private Ending ending(int exitCode, boolean stopped) {
    if (beyondLimit || LIMIT_SIGNALS.contains(exitCode)) {
      return Ending.LIMIT;
    }
    if (stopped) {
      return Ending.STOPPED;
    }
    if (exitCode == 0) {
      return Ending.OK;
    }
    return exitCode >= FfmpegOutcome.SIGNALS ? Ending.KILLED : Ending.FAILED;
  }

  /** We are often here because of an interruption, which must not cut the grace short. */
  private boolean endsDespiteInterruption() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException _) {
      // The other end is gone already.
    }
  }
}
