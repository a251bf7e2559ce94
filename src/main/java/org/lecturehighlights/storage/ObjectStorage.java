package org.lecturehighlights.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/**
 * Objects by key in a folder. An object is there as a whole or not at all: bytes arrive in a hidden
 * file of the same file system, reach the disk, and only then take the object's name.
 *
 * <p>A key that is not of the form in {@link ObjectKey} is a mistake of the program, an {@link
 * IllegalArgumentException}; a disk that fails is a {@link Problem} of kind {@code STORAGE_FAILED}.
 */
@Singleton
public class ObjectStorage {
  private final Path directory;
  private final Incoming incoming;

  @Inject
  ObjectStorage(StorageConfig config) {
    this(config.directory());
  }

  /** A storage outside of a running application; the folder is created with the first object. */
  public ObjectStorage(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    this.incoming = new Incoming(this.directory);
  }

  /**
   * Stores all bytes of the stream in place of what was there; the caller closes the stream.
   *
   * @return how many bytes there were
   * @throws Problem {@code FILE_TOO_LARGE} as soon as there are more than allowed
   */
  public long put(String key, InputStream bytes, long maxBytes) {
    Path target = new ObjectKey(key).in(directory);
    return attempt(() -> incoming.write(bytes, maxBytes, checkedParent(target)));
  }

  /** Stores a file in place of what was there, and takes it away from where it was. */
  public void put(String key, Path file) {
    Path target = new ObjectKey(key).in(directory);
    attempt(() -> incoming.take(file, checkedParent(target)));
  }

  /** Gives an object another name, in place of what was there; {@code NOT_FOUND} without one. */
  public void move(String key, String newKey) {
    put(newKey, attempt(() -> existing(key)));
  }

  /** The bytes of an object; {@code NOT_FOUND} where there is none. The caller closes them. */
  public InputStream open(String key) {
    return attempt(() -> Files.newInputStream(existing(key)));
  }

  /**
   * A part of an object.
   *
   * @param from the first byte, 0 for the beginning
   * @param length at most so many bytes; fewer come where the object ends before
   * @throws Problem {@code RANGE_NOT_SATISFIABLE} if the object ends before the first byte
   */
  public InputStream openRange(String key, long from, long length) {
    return attempt(() -> {
      Path file = existing(key);
      if (from < 0 || length < 0 || from >= Files.size(file)) {
        throw Problem.of(
            ProblemKind.RANGE_NOT_SATISFIABLE, "Ask for a range that lies within the file.");
      }
      InputStream bytes = Files.newInputStream(file);
      bytes.skipNBytes(from);
      return new RangeInputStream(bytes, length);
    });
  }

  /** How many bytes an object has, if there is one. */
  public Optional<Long> size(String key) {
    return attributes(key).map(BasicFileAttributes::size);
  }

  /** When an object got its present bytes, if there is one. */
  public Optional<Instant> lastModified(String key) {
    return attributes(key).map(attributes -> attributes.lastModifiedTime().toInstant());
  }

  /**
   * An object as a file for programs that read files. The file belongs to the storage and must not
   * be changed.
   *
   * @param workDirectory room for a copy, which a folder does not need
   */
  public Path fetch(String key, Path workDirectory) {
    return attempt(() -> existing(key));
  }

  /** Deletes every object whose key begins with these whole parts. */
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

  /** The keys that begin with these whole parts, sorted. */
  public List<String> list(String prefix) {
    Path top = ObjectKey.ofPrefix(prefix).in(directory);
    return attempt(() -> Files.exists(top) && isInside(top) ? FileTree.files(top) : List.<Path>of())
        .stream()
        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  /** Bytes that can still be stored. */
  public long usableSpace() {
    return attempt(() -> Files.getFileStore(Files.createDirectories(directory)).getUsableSpace());
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

  private Optional<BasicFileAttributes> attributes(String key) {
    try {
      return Optional.of(Files.readAttributes(existing(key), BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
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
