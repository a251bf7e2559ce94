package org.lecturehighlights.lecture.media.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads what {@code -progress} writes and keeps the last position and count of frames. */
final class ProgressReader {
  private static final String POSITION = "out_time_us=";

  private static final String FRAMES = "frame=";

  private volatile Duration position = Duration.ZERO;
  private volatile long frames;
  private final Thread thread;

  ProgressReader(InputStream progress) {
    thread = Thread.ofPlatform().daemon().name("ffmpeg-progress").start(() -> read(progress));
  }

  private void read(InputStream progress) {
    try (var lines =
        new BufferedReader(new InputStreamReader(progress, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(POSITION)) {
          advance(line.substring(POSITION.length()).strip());
        } else if (line.startsWith(FRAMES)) {
          count(line.substring(FRAMES.length()).strip());
        }
      }
    } catch (IOException _) {
      // The process was ended; its last position stays.
    }
  }

  /** Before the first packet the position is "N/A" or the smallest long. */
  private void advance(String microseconds) {
    try {
      Duration next = Duration.ofNanos(Math.multiplyExact(Long.parseLong(microseconds), 1000L));
      if (next.compareTo(position) > 0) {
        position = next;
      }
    } catch (NumberFormatException | ArithmeticException _) {
      // Not a position.
    }
  }

  private void count(String number) {
    try {
      frames = Math.max(frames, Long.parseLong(number));
    } catch (NumberFormatException _) {
      // Not a count.
    }
  }

  /** Frames of the first picture so far; complete after {@link #end}. */
  long frames() {
    return frames;
  }

  /** How much has been written so far, in time of the output. */
  Duration position() {
    return position;
  }

  /** The position at the end of the process. */
  Duration end() throws InterruptedException {
    thread.join(Duration.ofSeconds(10));
    return position;
  }
}
