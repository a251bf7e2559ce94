package org.lecturehighlights.media.process;

import java.time.Duration;
import java.util.List;

/**
 * What a finished ffmpeg left behind.
 *
 * @param exitCode 0 also for truncated input
 * @param log first and last lines of what it said
 * @param written time of the longest output
 */
public record FfmpegOutcome(int exitCode, List<String> log, Duration written) {
  public FfmpegOutcome {
    log = List.copyOf(log);
  }
}
