package org.lecturehighlights.service.webhook.send;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Secrets as stored in the table: encrypted with AES-GCM if a key is configured, otherwise in plain
 * text. Secrets that were stored before a key was configured stay readable.
 */
@Singleton
public class StoredSecrets {
  private static final Logger LOG = Logger.getLogger(StoredSecrets.class);
  private static final String SEALED = "aes:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;

  /** Nonce and tag lengths follow NIST SP 800-38D. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private static final String UNREADABLE =
      "This webhook's secret cannot be decrypted; set LECTURE_WEBHOOK_SECRET_KEY to the key with"
          + " which it was stored.";

  private final Optional<SecretKey> key;
  private final SecureRandom random = new SecureRandom();

  StoredSecrets(WebhookConfig config) {
    this.key = config.secretKey().map(StoredSecrets::key);
  }

  /** Encrypts a secret for storage; the result fits the column. */
  public String seal(String secret) {
    if (key.isEmpty()) {
      LOG.warn(
          "A webhook's secret is stored in plain text; set LECTURE_WEBHOOK_SECRET_KEY to"
              + " encrypt it.");
      return secret;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, key.get(), nonce, Signature.keyOf(secret));
    byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return SEALED + Base64.getEncoder().encodeToString(whole);
  }

  /** The inverse of {@link #seal}. */
  String open(String stored) {
    if (!stored.startsWith(SEALED)) {
      return stored;
    }
    SecretKey present = key.orElseThrow(() -> Problem.of(ProblemKind.NOT_CONFIGURED, UNREADABLE));
    ByteBuffer whole =
        ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(SEALED.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] sealed = new byte[whole.remaining() - NONCE_BYTES];
    whole.get(nonce).get(sealed);
    return Signature.written(apply(Cipher.DECRYPT_MODE, present, nonce, sealed));
  }

  private static byte[] apply(int mode, SecretKey key, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw Problem.of(ProblemKind.NOT_CONFIGURED, UNREADABLE, e);
    }
  }

  private static SecretKey key(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException _) {
      // Reported below.
    }
    throw Problem.of(
        ProblemKind.NOT_CONFIGURED,
        "Set LECTURE_WEBHOOK_SECRET_KEY to 32 bytes in Base64, from 'openssl rand -base64 32'.");
  }
}
