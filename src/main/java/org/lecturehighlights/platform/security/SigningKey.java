package org.lecturehighlights.platform.security;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what we hand out and expect back, with HMAC-SHA256. Without a key in the configuration one
 * is drawn at random, and what was signed is valid until the next start.
 */
@Singleton
class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  SigningKey(SecurityConfig config) {
    byte[] secret =
        config
            .signingKey()
            .map(configured -> configured.getBytes(StandardCharsets.UTF_8))
            .orElseGet(SigningKey::drawn);
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The signature of these texts.
   *
   * @param words the first says what they are for; none may hold a line break, or two lists could
   *     be taken for each other
   */
  String sign(String... words) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] tag = mac.doFinal(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Compares in constant time, which tells nothing about the right signature. */
  boolean signed(String signature, String... words) {
    return MessageDigest.isEqual(
        sign(words).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] drawn() {
    byte[] secret = new byte[Protection.SHORTEST_KEY];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
