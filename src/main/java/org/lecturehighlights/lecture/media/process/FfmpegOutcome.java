package org.lecturehighlights.lecture.media.process;

import java.time.Duration;
import java.util.List;

/**
 * What a finished ffmpeg left behind.
 *
 * @param exitCode 0 also for truncated input
 * @param log first and last lines of what it said
 * @param written time of the longest output
 * @param frames of the first picture that was written
 */
public record FfmpegOutcome(int exitCode, List<String> log, Duration written, long frames) {
  /** Exit codes from here on name a signal. */
  static final int SIGNALS = 128;

  public FfmpegOutcome {
    log = List.copyOf(log);
  }

  /** Whether a signal ended the process: a crash, or a limit of the kernel. */
  boolean crashed() {
    return exitCode >= SIGNALS;
  }
}
