package org.lecturehighlights.platform.database.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Which JVMs use the server of a directory, as locks on one file, because the operating system
 * releases those of a killed JVM. The lock on the first byte is the gate that lets one JVM at a
 * time start or stop the server; every JVM that uses the server holds a shared lock on the second
 * byte.
 */
final class Owners implements Closeable {
  private final FileChannel file;
  private @Nullable FileLock gate;
  private @Nullable FileLock share;

  private Owners(FileChannel file) {
    this.file = file;
  }

  /** Waits for the gate and locks it. */
  static Owners enter(Path path) throws IOException {
    var owners =
        new Owners(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    try {
      owners.gate = owners.file.lock(0, 1, false);
      return owners;
    } catch (OverlappingFileLockException e) {
      owners.close();
      throw EmbeddedDatabase.unavailable("This JVM is opening or closing that database already");
    }
  }

  /** Registers this JVM as a user of the server, and opens the gate. */
  void join() throws IOException {
    try {
      share = file.lock(1, 1, true);
    } catch (OverlappingFileLockException e) {
      throw EmbeddedDatabase.unavailable("This JVM has opened that database already");
    }
    release(gate);
    gate = null;
  }

  /**
   * Waits for the gate, locks it, and tells whether nobody else uses the server; may be called only
   * once.
   */
  boolean leave() throws IOException {
    if (!file.isOpen()) {
      return false;
    }
    gate = file.lock(0, 1, false);
    release(share);
    share = file.tryLock(1, 1, false);
    return share != null;
  }

  private static void release(@Nullable FileLock lock) throws IOException {
    if (lock != null) {
      lock.release();
    }
  }

  /** Gives up all locks. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
