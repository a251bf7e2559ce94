package org.lecturehighlights.service.webhook.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks (standardwebhooks.com), version 1. */
public final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /** The specification requires 24 to 64 bytes. */
  private static final int KEY_BYTES = 32;

  private Signature() {}

  /** A new secret in its text form. */
  public static String newSecret() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return written(key);
  }

  static String written(byte[] key) {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The inverse of {@link #written}. */
  static byte[] keyOf(String secret) {
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param timestamp the time of this attempt, in seconds since 1970
   */
  public static String of(String secret, String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keyOf(secret), ALGORITHM));
      byte[] tag =
          mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(tag);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
