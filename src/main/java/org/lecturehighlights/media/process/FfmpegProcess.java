package org.lecturehighlights.media.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lecturehighlights.media.process.launch.ProcessSpawner;

/** A running ffmpeg; closing it ends the process, if it has not ended by itself. */
final class FfmpegProcess implements Closeable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Process process;
  private final LogTail log = new LogTail();
  private final Thread logReader;

  FfmpegProcess(ProcessBuilder builder) throws IOException, InterruptedException {
    // ffmpeg needs nothing of our environment, and what it decodes is not trusted with it.
    builder.environment().keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "TMPDIR"));
    builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
    builder.environment().put("LC_ALL", "C");
    process = ProcessSpawner.start(builder);
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

  @Override
  public void close() {
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
