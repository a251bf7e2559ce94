package org.lecturehighlights.platform.storage.folder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.FileTree;
import org.lecturehighlights.platform.storage.ObjectKey;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StoredObject;

/**
 * Objects by key in a folder: bytes are written to a hidden file on the same file system and synced
 * to the disk; only then does the file get the object's name.
 */
public final class FolderStorage implements ObjectStorage {
  private final Path directory;
  private final Incoming incoming;

  /** The folder is created with the first object. */
  public FolderStorage(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    this.incoming = new Incoming(this.directory);
  }

  @Override
  public long put(String key, InputStream bytes, long maxBytes) {
    Path target = new ObjectKey(key).in(directory);
    return attempt(() -> incoming.write(bytes, maxBytes, checkedParent(target)));
  }

  @Override
  public void put(String key, Path file) {
    Path target = new ObjectKey(key).in(directory);
    attempt(() -> incoming.take(file, checkedParent(target)));
  }

  @Override
  public void move(String key, String newKey) {
    ObjectKey target = new ObjectKey(newKey);
    put(target.value(), attempt(() -> existing(key)));
  }

  @Override
  public InputStream open(String key) {
    return attempt(() -> Files.newInputStream(existing(key)));
  }

  @Override
  public InputStream openRange(String key, long from, long length) {
    return attempt(() -> {
      Path file = existing(key);
      if (from < 0 || length < 0 || from >= Files.size(file)) {
        throw Problem.of(ProblemKind.RANGE_NOT_SATISFIABLE, "Ask for a range inside the file.");
      }
      InputStream bytes = Files.newInputStream(file);
      bytes.skipNBytes(from);
      return new RangeInputStream(bytes, length);
    });
  }

  @Override
  public Optional<StoredObject> find(String key) {
    try {
      BasicFileAttributes found = Files.readAttributes(existing(key), BasicFileAttributes.class);
      return Optional.of(new StoredObject(found.size(), found.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Path fetch(String key, Path workDirectory) {
    return attempt(() -> existing(key));
  }

  @Override
  public void deletePrefix(String prefix) {
    Path top = ObjectKey.ofPrefix(prefix).in(directory);
    attempt(() -> {
      Path parent = FileTree.parentOf(top);
      if (Files.exists(parent) && isInside(parent)) {
        FileTree.delete(top);
      }
      return true;
    });
  }

  @Override
  public List<String> list(String prefix) {
    Path top = ObjectKey.ofPrefix(prefix).in(directory);
    return attempt(() -> Files.exists(top) && isInside(top) ? FileTree.files(top) : List.<Path>of())
        .stream()
        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  @Override
  public long usableSpace() {
    return attempt(() -> Files.getFileStore(Files.createDirectories(directory)).getUsableSpace());
  }

  @Override
  public void requireUsable() {
    attempt(() -> {
      if (!Files.isWritable(Files.createDirectories(directory))) {
        throw new AccessDeniedException(directory.toString());
      }
      return true;
    });
  }

  @Override
  public Optional<URI> addressToRead(String key, String contentType, Duration valid) {
    return Optional.empty();
  }

  @Override
  public Optional<URI> addressToWrite(String key, String contentType, long size, Duration valid) {
    return Optional.empty();
  }

  private Path checkedParent(Path target) throws IOException {
    if (!isInside(Files.createDirectories(FileTree.parentOf(target)))) {
      throw new IOException("a link leads out of the storage: " + target);
    }
    return target;
  }

  private Path existing(String key) throws IOException {
    Path file = new ObjectKey(key).in(directory);
    if (!Files.isRegularFile(file) || !isInside(file)) {
      throw new NoSuchFileException(key);
    }
    return file;
  }

  private boolean isInside(Path path) throws IOException {
    return path.toRealPath().startsWith(directory.toRealPath());
  }

  private static <T> T attempt(FileAccess<T> access) {
    try {
      return access.run();
    } catch (NoSuchFileException e) {
      throw Problem.of(
          ProblemKind.NOT_FOUND, "The file is no longer stored; upload the lecture again.", e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Problem failed(IOException cause) {
    return Problem.of(
        ProblemKind.STORAGE_FAILED,
        "The storage cannot be read or written; try again later.",
        cause);
  }

  private interface FileAccess<T> {
    T run() throws IOException;
  }
}
