package org.lecturehighlights.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lecturehighlights.lecture.media.LectureFixture;

/** Measures how much more memory the application uses during an upload of 5 GB than when idle. */
final class UploadMuch {
  private static final long SMALL = 300_000_000L;
  private static final long LARGE = 5_000_000_000L;
  private static final double MEGABYTE = 1 << 20;
  private static final Duration SETTLE_TIME = Duration.ofSeconds(2);

  private final Server server;
  private final Path folder;

  UploadMuch(Server server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  Finding measure() throws IOException, InterruptedException {
    Path lecture =
        LectureFixture.ofSeconds(2).write(LectureFixture.ffmpeg(), folder.resolve("short.mp4"));
    // The idle state is measured after a first upload, when the code is compiled and the heap was
    // used.
    Upload.send(server, lecture, SMALL);
    Thread.sleep(SETTLE_TIME);
    long idle = server.residentBytes();
    AtomicLong peak = new AtomicLong();
    long begin = System.nanoTime();
    try (var sampler = Executors.newSingleThreadScheduledExecutor()) {
      sampler.scheduleAtFixedRate(
          () -> peak.accumulateAndGet(resident(), Math::max), 0, 100, TimeUnit.MILLISECONDS);
      Upload.send(server, lecture, LARGE);
      sampler.shutdownNow();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Thread.sleep(SETTLE_TIME);
    return Finding.atMost(
        50,
        "5 GB upload, most memory above that at rest",
        (peak.get() - idle) / MEGABYTE,
        "MB",
        String.format(
            Locale.ROOT,
            "at rest %.0f MB, at most %.0f MB, afterwards %.0f MB; %.0f MB/s",
            idle / MEGABYTE,
            peak.get() / MEGABYTE,
            server.residentBytes() / MEGABYTE,
            LARGE / MEGABYTE / seconds));
  }

  private long resident() {
    try {
      return server.residentBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
