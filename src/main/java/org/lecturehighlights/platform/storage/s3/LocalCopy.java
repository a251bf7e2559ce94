package org.lecturehighlights.platform.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.FileTree;

/** An object on this machine's disk, which is there completely or not at all. */
final class LocalCopy {
  private LocalCopy() {}

  /**
   * Writes the bytes; on an interrupted thread it ends with an {@link IOException} at the next
   * buffer.
   *
   * @throws Problem {@code STORAGE_FULL} if the object would not fit on the disk
   */
  static void write(InputStream bytes, long size, Path target) throws IOException {
    Path folder = Files.createDirectories(FileTree.parentOf(target));
    if (size > Files.getFileStore(folder).getUsableSpace()) {
      throw Problem.of(
          ProblemKind.STORAGE_FULL,
          "There is not enough disk space to work on this lecture. Try " + "again later.");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream to = Files.newOutputStream(part)) {
        bytes.transferTo(to);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
