package org.lecturehighlights.lecture.media.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The bytes that a running ffmpeg writes to its standard output. Closing it ends the process;
 * reading to the end waits for it and fails if it failed.
 */
public final class FfmpegOutput extends InputStream {
  private final FfmpegProcess process;
  private final InputStream bytes;
  private final Duration limit;
  private final boolean lecture;
  private volatile boolean overdue;
  private boolean ended;

  FfmpegOutput(FfmpegProcess process, Duration limit, boolean lecture) {
    this.process = process;
    this.bytes = process.standardOutput();
    this.limit = limit;
    this.lecture = lecture;
    // A read from a pipe cannot time out, but a killed process ends it.
    Thread.ofPlatform().daemon().name("ffmpeg-limit").start(this::endAfterLimit);
  }

  private void endAfterLimit() {
    try {
      if (!process.endsWithin(limit)) {
        overdue = true;
        process.closeBeyondLimit();
      }
    } catch (InterruptedException _) {
      process.close();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = ended ? -1 : bytes.read(target, offset, length);
    if (count < 0 && !ended) {
      ended = true;
      requireSuccess();
    }
    return count;
  }

  private void requireSuccess() throws IOException {
    try {
      if (!process.endsWithin(Duration.ofSeconds(10))) {
        throw new IOException("ffmpeg closed its output but does not end");
      }
      if (overdue) {
        throw FfmpegFailure.tooLong();
      }
      if (process.exitCode() != 0) {
        throw FfmpegFailure.of(process.exitCode(), process.log(), lecture);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at the end of ffmpeg's output");
    }
  }

  @Override
  public void close() {
    ended = true;
    process.close();
  }
}
