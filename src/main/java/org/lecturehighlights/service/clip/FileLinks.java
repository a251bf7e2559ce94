package org.lecturehighlights.service.clip;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.security.LinkSigner;
import org.lecturehighlights.platform.storage.ObjectStorage;

/**
 * URLs of files for callers who may read them: presigned URLs of the storage if it supports them,
 * otherwise signed links to this server.
 */
@Singleton
public class FileLinks {
  /** The same as in the legacy service. */
  private static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);

  private final ObjectStorage storage;
  private final LinkSigner signer;

  FileLinks(ObjectStorage storage, LinkSigner signer) {
    this.storage = storage;
    this.signer = signer;
  }

  /**
   * The URL of a file.
   *
   * @param base the URL by which the caller reaches this server
   */
  public String of(ResultFile file, URI base) {
    return direct(file, DEFAULT_VALIDITY)
        .orElseGet(() -> ClipLinks.absolute(base, signer.toRead(file.path())));
  }

  public String of(ResultFile file, URI base, Duration valid) {
    return direct(file, valid)
        .orElseGet(() -> ClipLinks.absolute(base, signer.toRead(file.path(), valid)));
  }

  private Optional<String> direct(ResultFile file, Duration valid) {
    return storage.addressToRead(file.key(), file.contentType(), valid).map(URI::toString);
  }
}
