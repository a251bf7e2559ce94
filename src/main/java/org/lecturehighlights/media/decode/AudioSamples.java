package org.lecturehighlights.media.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.lecturehighlights.media.process.Containers;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.process.FfmpegCommand;

/** The sound of a decoded lecture as a stream of 16-bit mono samples. */
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
            new FfmpegCommand()
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
  public int read(short[] samples) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (buffer.length != samples.length * 2) {
      buffer = new byte[samples.length * 2];
    }
    int count = bytes.readNBytes(buffer, 0, buffer.length) / 2;
    ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples, 0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
