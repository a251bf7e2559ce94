package org.lecturehighlights.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scratch directory of one piece of work; closing removes it with all that is in it. */
public final class WorkDirectory implements Closeable {
  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  /** A new, empty directory below the parent, which is created if need be. */
  public static WorkDirectory under(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new WorkDirectory(Files.createTempDirectory(parent, "work-").toAbsolutePath());
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    FileTree.delete(path);
  }
}
