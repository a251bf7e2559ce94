package org.lecturehighlights.clip;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.lecturehighlights.storage.ObjectStorage;

/**
 * Addresses of files for whoever may read them: in the storage itself where it has addresses that
 * expire, else on this server, which asks who is calling.
 */
@Singleton
public class FileLinks {
  /** As long as the predecessor's. */
  private static final Duration USUAL = Duration.ofHours(1);

  private final ObjectStorage storage;

  FileLinks(ObjectStorage storage) {
    this.storage = storage;
  }

  /**
   * The address of a file.
   *
   * @param base this server as the caller reaches it
   */
  public String of(ResultFile file, URI base) {
    return of(file, base, USUAL);
  }

  public String of(ResultFile file, URI base, Duration valid) {
    return storage
        .addressToRead(file.key(), file.contentType(), valid)
        .map(URI::toString)
        .orElseGet(() -> ClipLinks.absolute(base, file.path()));
  }
}
