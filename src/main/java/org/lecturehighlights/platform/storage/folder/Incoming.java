package org.lecturehighlights.platform.storage.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.FileTree;

/** Writes bytes into a folder so that no reader ever sees only a part of them. */
final class Incoming {
  private static final int BUFFER_BYTES = 1 << 14;

  private final Path waiting;

  /**
   * @param directory the one of the objects; its hidden sub-folder is on the same file system
   */
  Incoming(Path directory) {
    waiting = directory.resolve(".incoming");
  }

  /** Returns how many bytes there were. */
  long write(InputStream bytes, long maxBytes, Path target) throws IOException {
    Path file = newFile();
    try {
      long size = copy(bytes, maxBytes, file);
      publish(file, target);
      return size;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Returns the size of the file. */
  long take(Path source, Path target) throws IOException {
    long size = Files.size(source);
    try {
      sync(source, StandardOpenOption.WRITE);
      publish(source, target);
    } catch (AtomicMoveNotSupportedException e) {
      // Another file system, where moving is copying.
      try (InputStream bytes = Files.newInputStream(source)) {
        write(bytes, size, target);
      }
      Files.delete(source);
    }
    return size;
  }

  private Path newFile() throws IOException {
    return Files.createFile(Files.createDirectories(waiting).resolve(UUID.randomUUID() + ".part"));
  }

  private static long copy(InputStream bytes, long maxBytes, Path file) throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          throw Problem.of(
              ProblemKind.FILE_TOO_LARGE,
              "The file is larger than %d bytes; upload a smaller one.".formatted(maxBytes));
        }
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
      channel.force(true);
    }
    return size;
  }

  /** When this returns, the new name is on disk too. */
  private static void publish(Path file, Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(FileTree.parentOf(target), StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
