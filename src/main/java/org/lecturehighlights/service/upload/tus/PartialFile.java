package org.lecturehighlights.service.upload.tus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The bytes so far of an upload that nobody else changes until this is closed. While bytes arrive
 * that a checksum must confirm, the lock file says where they begin: beyond that they do not count.
 */
final class PartialFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 14;

  /** A disk with less than that is full. */
  private static final long FULL_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel lock;

  PartialFile(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  static long offset(Path file, Path lock) throws IOException {
    try {
      long size = Files.size(file);
      String confirmed = Files.exists(lock) ? Files.readString(lock, US_ASCII).strip() : "";
      return confirmed.isEmpty() ? size : Math.min(size, Long.parseLong(confirmed));
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  Path path() {
    return file;
  }

  /**
   * Adds bytes at the end. Those that arrived stay when the stream breaks off, unless there is a
   * checksum, without which they prove nothing.
   *
   * @param offset where the file ends by now
   * @param most more bytes are refused with {@code FILE_TOO_LARGE}, and none of them stays
   * @return where it ends then; the bytes are on disk
   * @throws Problem {@code CHECKSUM_MISMATCH}, {@code STORAGE_FULL}, {@code STORAGE_FAILED}
   * @throws IOException where reading fails
   */
  long append(long offset, InputStream bytes, long most, @Nullable Checksum checksum)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(offset);
      channel.position(offset);
      confirm(checksum == null ? "" : Long.toString(offset));
      boolean kept = checksum == null;
      try {
        long added = copy(bytes, channel, most, checksum);
        if (added > most) {
          kept = false;
          throw Problem.of(
              ProblemKind.FILE_TOO_LARGE,
              "There are more bytes than Upload-Length announced; begin a new upload.");
        }
        if (checksum != null && !checksum.holds()) {
          throw Problem.of(
              ProblemKind.CHECKSUM_MISMATCH, "The bytes changed on their way; send them again.");
        }
        kept = true;
        return offset + added;
      } finally {
        if (!kept) {
          channel.truncate(offset);
        }
        channel.force(true);
        confirm("");
      }
    }
  }

  /** Returns how many bytes there were, or one buffer more than allowed at most. */
  private long copy(InputStream bytes, FileChannel channel, long most, @Nullable Checksum checksum)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long added = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      added += read;
      if (added > most) {
        return added;
      }
      if (checksum != null) {
        checksum.update(buffer, read);
      }
      write(channel, ByteBuffer.wrap(buffer, 0, read));
    }
    return added;
  }

  private void write(FileChannel channel, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Problem failed(IOException cause) {
    boolean full = file.toFile().getUsableSpace() < FULL_BYTES;
    return full
        ? Problem.of(ProblemKind.STORAGE_FULL, "There is no room for more now; go on later.", cause)
        : Problem.of(
            ProblemKind.STORAGE_FAILED, "The bytes cannot be written now; go on later.", cause);
  }

  private void confirm(String offset) throws IOException {
    byte[] text = offset.getBytes(US_ASCII);
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(text), 0);
  }

  /** Takes the bytes away; the lock stays, since somebody may wait for it. */
  void discard() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
