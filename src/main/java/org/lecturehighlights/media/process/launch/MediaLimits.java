package org.lecturehighlights.media.process.launch;

import java.time.Duration;

/**
 * What one run of ffmpeg may take at most, so that a hostile or broken file ends as an error.
 *
 * @param pixels of a single picture
 * @param run wall time of one process
 * @param memoryBytes address space; above what 4K decoding with all threads takes
 * @param outputBytes of one written file
 */
public record MediaLimits(long pixels, Duration run, long memoryBytes, long outputBytes) {
  /** 8K pictures, six hours, 6 GiB of memory, 20 GiB a file. */
  public static final MediaLimits DEFAULT =
      new MediaLimits(8192L * 4320, Duration.ofHours(6), 6L << 30, 20L << 30);
}
