package org.lecturehighlights.platform.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Objects by key, in a folder or in S3. An object is there as a whole or not at all.
 *
 * <p>A key that is not of the form in {@link ObjectKey} is a mistake of the program, an {@link
 * IllegalArgumentException}. Failures are problems: {@code STORAGE_FAILED} of a disk, {@code
 * STORAGE_UNAVAILABLE} of a server.
 */
public interface ObjectStorage {
  /**
   * Stores all bytes of the stream in place of what was there; the caller closes the stream.
   *
   * @return how many bytes there were
   * @throws org.lecturehighlights.platform.problem.Problem {@code FILE_TOO_LARGE} as soon as there
   *     are more than allowed
   */
  long put(String key, InputStream bytes, long maxBytes);

  /** Stores a file in place of what was there, and takes it away from where it was. */
  void put(String key, Path file);

  /** Gives an object another name, in place of what was there; {@code NOT_FOUND} without one. */
  void move(String key, String newKey);

  /** The bytes of an object; {@code NOT_FOUND} where there is none. The caller closes them. */
  InputStream open(String key);

  /**
   * A part of an object.
   *
   * @param from the first byte, 0 for the beginning
   * @param length at most so many bytes; fewer come where the object ends before
   * @throws org.lecturehighlights.platform.problem.Problem {@code RANGE_NOT_SATISFIABLE} if the
   *     object ends before the first byte
   */
  InputStream openRange(String key, long from, long length);

  /** What is known of an object, if there is one. */
  Optional<StoredObject> find(String key);

  /** How many bytes an object has, if there is one. */
  default Optional<Long> size(String key) {
    return find(key).map(StoredObject::size);
  }

  /** When an object got its present bytes, if there is one. */
  default Optional<Instant> lastModified(String key) {
    return find(key).map(StoredObject::lastModified);
  }

  /**
   * An object as a file for programs that read files. The file belongs to the storage and must not
   * be changed.
   *
   * @param workDirectory room for a copy, where one is needed; it stays until its owner removes it
   */
  Path fetch(String key, Path workDirectory);

  /** Deletes every object whose key begins with these whole parts. */
  void deletePrefix(String prefix);

  /** The keys that begin with these whole parts, sorted. */
  List<String> list(String prefix);

  /** Bytes that can still be stored. */
  long usableSpace();

  /** Fails as every other call would if the storage cannot be used as it is configured. */
  void requireUsable();

  /**
   * An address where whoever holds it reads the object without this server; empty for a storage
   * that has none. The object need not exist.
   *
   * @param contentType what the answer says that the bytes are
   * @param valid how long the address works, at most seven days
   */
  Optional<URI> addressToRead(String key, String contentType, Duration valid);

  /**
   * An address where whoever holds it puts the object by {@code PUT} without this server; empty for
   * a storage that has none.
   *
   * @param contentType which the request must carry
   * @param size the bytes that the request must have
   */
  Optional<URI> addressToWrite(String key, String contentType, long size, Duration valid);
}
