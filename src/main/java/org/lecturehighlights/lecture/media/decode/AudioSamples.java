package org.lecturehighlights.lecture.media.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The sound of a decoded lecture as a stream of 16-bit mono samples. What cannot be read is a
 * {@link Problem} {@code MEDIA_FAILED}.
 */
public final class AudioSamples implements Closeable {
  /** Samples per second. */
  public static final int RATE = 16_000;

  /** Opens the same samples anew, for readers that need more than one pass. */
  @FunctionalInterface
  public interface Source {
    AudioSamples open() throws InterruptedException;
  }

  private final InputStream bytes;
  private byte[] buffer = new byte[0];

  private AudioSamples(InputStream bytes) {
    this.bytes = bytes;
  }

  /** Reads {@link DecodedLecture#audio}. */
  public static AudioSamples open(Ffmpeg ffmpeg, Path audio) throws InterruptedException {
    return new AudioSamples(
        ffmpeg.open(
            new FfmpegCommand(FfmpegPurpose.INTERMEDIATE)
                .input(Containers.INTERMEDIATE, audio)
                .with("-f", "s16le", "-ac", "1", "-ar", Integer.toString(RATE))
                .standardOutput()));
  }

  /** Reads samples of little-endian bytes. */
  public static AudioSamples of(InputStream littleEndian) {
    return new AudioSamples(littleEndian);
  }

  /**
   * Fills the array as far as there are samples.
   *
   * @return how many were read; less than the array's length only at the end, 0 after it
   */
  public int read(short[] samples) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (buffer.length != samples.length * 2) {
      buffer = new byte[samples.length * 2];
    }
    int count = fill() / 2;
    ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples, 0, count);
    return count;
  }

  private int fill() {
    try {
      return bytes.readNBytes(buffer, 0, buffer.length);
    } catch (IOException cause) {
      throw unreadable(cause);
    }
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException cause) {
      throw unreadable(cause);
    }
  }

  private static Problem unreadable(IOException cause) {
    return Problem.of(
        ProblemKind.MEDIA_FAILED, "The sound of the lecture could not be read.", cause);
  }
}
