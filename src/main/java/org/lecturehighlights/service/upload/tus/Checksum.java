package org.lecturehighlights.service.upload.tus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** What the bytes of one request must come to. */
final class Checksum {
  /** From the protocol's names to Java's; it is about broken transfers, not about attackers. */
  static final Map<String, String> ALGORITHMS =
      new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256"));

  private static final String HEADER = "Upload-Checksum";

  private final MessageDigest digest;
  private final byte[] expected;

  private Checksum(MessageDigest digest, byte[] expected) {
    this.digest = digest;
    this.expected = expected;
  }

  /**
   * Reads {@code Upload-Checksum}, for instance {@code sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=}; null
   * where there is none.
   *
   * @throws Problem {@code VALIDATION_ERROR}
   */
  static @Nullable Checksum of(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String[] parts = header.strip().split(" ", -1);
    String algorithm = ALGORITHMS.get(parts[0]);
    if (parts.length != 2 || algorithm == null) {
      throw invalid("Name one of the algorithms " + ALGORITHMS.keySet() + " and the checksum.");
    }
    try {
      byte[] expected = Base64.getDecoder().decode(parts[1]);
      return new Checksum(MessageDigest.getInstance(algorithm), expected);
    } catch (IllegalArgumentException e) {
      throw invalid("The checksum must be in Base64.");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** Whether these were the bytes; may be asked once. */
  boolean holds() {
    return MessageDigest.isEqual(digest.digest(), expected);
  }

  private static Problem invalid(String detail) {
    return Problem.ofField(ProblemKind.VALIDATION_ERROR, HEADER, detail);
  }
}
