package org.lecturehighlights.service.upload.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.fileupload.FileItemStream;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Writes a part of a form to a file of its own. */
final class FileOnDisk {
  private static final int BUFFER_BYTES = 16 << 10;

  /** A disk with less than that is full. */
  private static final long FULL_BYTES = 1 << 20;

  private FileOnDisk() {}

  /**
   * The file; nothing of it stays if that fails.
   *
   * @param most of more bytes only one is kept, as a sign that there were more
   */
  static ReceivedFile of(FileItemStream part, InputStream bytes, long most, Path directory)
      throws IOException {
    Path file = Files.createTempFile(Files.createDirectories(directory), "form", ".part");
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      long size = copy(bytes, out, most + 1, directory);
      complete = true;
      String name = part.getName();
      return new ReceivedFile(name == null ? "" : name, part.getContentType(), file, size);
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long copy(InputStream bytes, OutputStream out, long most, Path directory)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      int kept = (int) Math.min(read, most - size);
      try {
        out.write(buffer, 0, kept);
      } catch (IOException e) {
        throw failed(e, directory);
      }
      size += kept;
    }
    return size;
  }

  private static Problem failed(IOException cause, Path directory) {
    boolean full = directory.toFile().getUsableSpace() < FULL_BYTES;
    return full
        ? Problem.of(
            ProblemKind.STORAGE_FULL,
            "There is no room for this lecture now; try again later.",
            cause)
        : Problem.of(
            ProblemKind.STORAGE_FAILED, "The file cannot be written; try again later.", cause);
  }
}
