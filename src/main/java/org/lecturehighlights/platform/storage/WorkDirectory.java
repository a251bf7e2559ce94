package org.lecturehighlights.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scratch directory for one piece of work; closing removes it with all its contents. */
public final class WorkDirectory implements Closeable {
  private static final Pattern NAME = Pattern.compile("work-(\\d+)-\\d+-\\d+");

  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes a new, empty directory below the parent, which is created if it does not exist.
   * Directories that dead processes of this machine left behind there are removed.
   */
  public static WorkDirectory under(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent);
    return new WorkDirectory(
        Files.createTempDirectory(parent, nameOf(ProcessHandle.current())).toAbsolutePath());
  }

  /** A process is identified by its number and its start, because numbers are used again. */
  private static String nameOf(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return "work-" + process.pid() + "-" + start + "-";
  }

  private static void sweep(Path parent) throws IOException {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, "work-*")) {
      for (Path directory : directories) {
        Matcher name = NAME.matcher(directory.getFileName().toString());
        if (name.matches() && !isOfLivingProcess(directory, Long.parseLong(name.group(1)))) {
          FileTree.delete(directory);
        }
      }
    }
  }

  private static boolean isOfLivingProcess(Path directory, long pid) {
    return ProcessHandle.of(pid)
        .filter(owner -> directory.getFileName().toString().startsWith(nameOf(owner)))
        .isPresent();
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    FileTree.delete(path);
  }
}
