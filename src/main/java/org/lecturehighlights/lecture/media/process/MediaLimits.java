package org.lecturehighlights.lecture.media.process;

import java.time.Duration;

/**
 * What one lecture and one run of ffmpeg may take at most, so that a hostile or broken file ends as
 * an error with a name.
 *
 * @param pixels of a single picture
 * @param pixelsPerSecond of a lecture's picture, as played
 * @param length of a lecture
 * @param inspection wall time of a look into a file
 * @param run wall time of one process
 * @param processor processor time of one process
 * @param memoryBytes of data, stacks included, of one process
 * @param outputBytes of one written file
 */
public record MediaLimits(
    long pixels,
    long pixelsPerSecond,
    Duration length,
    Duration inspection,
    Duration run,
    Duration processor,
    long memoryBytes,
    long outputBytes) {
  private static final long LARGEST_PICTURE = 5120L * 2160;

  /**
   * Pictures up to ultra-wide 5K, sixty of them a second, for twelve hours: measured, decoding such
   * a picture takes about 300 MB, and rendering from two places of a 4K lecture 625 MB.
   */
  public static final MediaLimits DEFAULT =
      new MediaLimits(
          LARGEST_PICTURE,
          60 * LARGEST_PICTURE,
          Duration.ofHours(12),
          Duration.ofSeconds(25),
          Duration.ofHours(6),
          Duration.ofHours(12),
          1L << 30,
          20L << 30);
}
