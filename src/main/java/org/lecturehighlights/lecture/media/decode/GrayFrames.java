package org.lecturehighlights.lecture.media.decode;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The picture of a decoded lecture as a stream of small gray frames. Whatever its shape, the whole
 * picture is scaled to the same size, so a region is mapped back by the two ratios. What cannot be
 * read is a {@link Problem} {@code MEDIA_FAILED}.
 */
public final class GrayFrames implements Closeable {
  public static final int WIDTH = 320;
  public static final int HEIGHT = 180;

  /** Frames per second. */
  public static final int RATE = 4;

  /** Opens the same frames anew, for readers that need more than one pass. */
  @FunctionalInterface
  public interface Source {
    GrayFrames open() throws InterruptedException;
  }

  private final InputStream bytes;
  private final byte[] pixels = new byte[WIDTH * HEIGHT];
  private int index = -1;

  private GrayFrames(InputStream bytes) {
    this.bytes = bytes;
  }

  /** Reads {@link DecodedLecture#frames}. */
  public static GrayFrames open(Ffmpeg ffmpeg, Path frames) throws InterruptedException {
    return new GrayFrames(
        ffmpeg.open(
            new FfmpegCommand(FfmpegPurpose.INTERMEDIATE)
                .input(Containers.INTERMEDIATE, frames)
                .with("-f", "rawvideo", "-pix_fmt", "gray")
                .standardOutput()));
  }

  /** Reads frames of one byte a pixel, row by row. */
  public static GrayFrames of(InputStream frames) {
    return new GrayFrames(frames);
  }

  /** Moves to the next frame; false at the end. */
  public boolean next() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      int count = bytes.readNBytes(pixels, 0, pixels.length);
      if (count == 0) {
        return false;
      }
      if (count < pixels.length) {
        throw new EOFException("the frames end within a frame");
      }
    } catch (IOException cause) {
      throw unreadable(cause);
    }
    index++;
    return true;
  }

  /** Number of the current frame, from 0. */
  public int index() {
    return index;
  }

  /** Lecture time of the current frame. */
  public Duration time() {
    return Duration.ofMillis(index * 1000L / RATE);
  }

  /** Brightness of the current frame, row by row, as unsigned bytes; overwritten by the next. */
  public byte[] pixels() {
    return pixels;
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
        ProblemKind.MEDIA_FAILED, "The picture of the lecture could not be read.", cause);
  }
}
