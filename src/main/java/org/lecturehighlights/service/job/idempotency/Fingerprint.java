package org.lecturehighlights.service.job.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Identifies equal requests: SHA-256 over the names and values of the members that were given, each
 * preceded by its length.
 */
public final class Fingerprint {
  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Starts a fingerprint.
   *
   * @param operation the kind of creation, so that one key cannot be used for two kinds
   */
  public static Fingerprint of(String operation) {
    return new Fingerprint().with(operation);
  }

  /**
   * Adds a member of the request by name. A member that was not given is left out, so that adding a
   * new kind of member changes no fingerprint of requests without it.
   */
  public Fingerprint with(String name, @Nullable Object value) {
    return value == null ? this : with(name).with(value);
  }

  /** Adds a part; a missing part differs from an empty one. */
  public Fingerprint with(@Nullable Object part) {
    byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(UTF_8);
    length(part == null ? -1 : bytes.length);
    digest.update(bytes);
    return this;
  }

  public Fingerprint with(Path file) throws IOException {
    length(Files.size(file));
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return this;
  }

  /** The fingerprint as 64 hex digits; nothing can be added afterwards. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void length(long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }
}
