package org.lecturehighlights.lecture.media.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Looks again and again how much memory the running ffmpegs took at most; Linux only. */
public final class FfmpegWatch implements Closeable {
  private static final long EVERY_NANOS = 10_000_000;

  private volatile boolean closed;
  private volatile long peakKilobytes;

  public FfmpegWatch() {
    Thread.ofPlatform().daemon().name("ffmpeg-watch").start(this::watch);
  }

  private void watch() {
    while (!closed) {
      ProcessHandle.current()
          .children()
          .filter(child -> child.info().command().orElse("").contains("ffmpeg"))
          .forEach(child -> peakKilobytes = Math.max(peakKilobytes, peak(child.pid())));
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  private static long peak(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "an ffmpeg took at most " + peakKilobytes / 1024 + " MB";
  }

  @Override
  public void close() {
    closed = true;
  }
}
