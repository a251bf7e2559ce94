package org.lecturehighlights.platform.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Objects by key, in a folder or in S3. An object exists completely or not at all.
 *
 * <p>A key that does not have the form of an {@link ObjectKey} is a defect of the program and
 * throws an {@link IllegalArgumentException}. Failures are problems: {@code STORAGE_FAILED} for a
 * disk, {@code STORAGE_UNAVAILABLE} for a server.
 */
public interface ObjectStorage {
  /**
   * Stores all bytes of the stream and replaces any object of that key; the caller closes the
   * stream.
   *
   * @return how many bytes there were
   * @throws org.lecturehighlights.platform.problem.Problem {@code FILE_TOO_LARGE} as soon as there
   *     are more than allowed
   */
  long put(String key, InputStream bytes, long maxBytes);

  /** Moves a file into the storage and replaces any object of that key. */
  void put(String key, Path file);

  /**
   * Gives an object another key and replaces any object of that key; {@code NOT_FOUND} if it does
   * not exist.
   */
  void move(String key, String newKey);

  /** The bytes of an object; {@code NOT_FOUND} if there is none. The caller closes the stream. */
  InputStream open(String key);

  /**
   * A part of an object.
   *
   * @param from the first byte, 0 for the beginning
   * @param length the highest number of bytes; there are fewer if the object ends earlier
   * @throws org.lecturehighlights.platform.problem.Problem {@code RANGE_NOT_SATISFIABLE} if the
   *     object ends before the first byte
   */
  InputStream openRange(String key, long from, long length);

  /** What is known about an object, if there is one. */
  Optional<StoredObject> find(String key);

  /** How many bytes an object has, if there is one. */
  default Optional<Long> size(String key) {
    return find(key).map(StoredObject::size);
  }

  /** When an object was last written, if there is one. */
  default Optional<Instant> lastModified(String key) {
    return find(key).map(StoredObject::lastModified);
  }

  /**
   * An object as a file for programs that read files. The file belongs to the storage and must not
   * be changed.
   *
   * @param workDirectory where a copy is made if one is needed; the copy stays until the owner of
   *     the directory removes it
   */
  Path fetch(String key, Path workDirectory);

  /** Deletes every object whose key begins with these whole parts. */
  void deletePrefix(String prefix);

  /** The keys that begin with these whole parts, sorted. */
  List<String> list(String prefix);

  /** Bytes that can still be stored. */
  long usableSpace();

  /** Fails as every other call would, if the storage cannot be used as it is configured. */
  void requireUsable();

  /**
   * An address at which whoever has it can read the object without this server; empty for a storage
   * without addresses. The object need not exist.
   *
   * @param contentType the content type that the answer names
   * @param valid how long the address works, at most seven days
   */
  Optional<URI> addressToRead(String key, String contentType, Duration valid);

  /**
   * An address at which whoever has it can store the object by {@code PUT} without this server;
   * empty for a storage without addresses.
   *
   * @param contentType the content type that the request must name
   * @param size the number of bytes that the request must have
   */
  Optional<URI> addressToWrite(String key, String contentType, long size, Duration valid);
}
