package org.lecturehighlights.service.clip;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.security.LinkSigner;
import org.lecturehighlights.platform.storage.ObjectStorage;

/**
 * Addresses of files for whoever may read them: in the storage itself where it has addresses that
 * expire, else on this server, by a link that carries its own permission.
 */
@Singleton
public class FileLinks {
  /** As long as the predecessor's. */
  private static final Duration USUAL = Duration.ofHours(1);

  private final ObjectStorage storage;
  private final LinkSigner signer;

  FileLinks(ObjectStorage storage, LinkSigner signer) {
    this.storage = storage;
    this.signer = signer;
  }

  /**
   * The address of a file.
   *
   * @param base this server as the caller reaches it
   */
  public String of(ResultFile file, URI base) {
    return direct(file, USUAL)
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
