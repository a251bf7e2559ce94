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
 * What makes two requests the same: SHA-256 over the members that were given, each with its name
 * and both with their lengths.
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
   * The beginning.
   *
   * @param operation so that one key cannot stand for two kinds of creation
   */
  public static Fingerprint of(String operation) {
    return new Fingerprint().with(operation);
  }

  /**
   * A member of the request by its name; one that was not given leaves no trace, so that a new one
   * changes no fingerprint of requests without it.
   */
  public Fingerprint with(String name, @Nullable Object value) {
    return value == null ? this : with(name).with(value);
  }

  /** A missing part is another than an empty one. */
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

  /** 64 hex digits; ends the fingerprint. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void length(long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }
}
