package org.lecturehighlights.service.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class StoredSecretsTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER = "YTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final int COLUMN = 100;

  private final String secret = Signature.newSecret();
  private final StoredSecrets secrets = withKey(KEY);

  @Test
  void a_stored_secret_is_encrypted_and_can_be_decrypted() {
    String stored = secrets.seal(secret);
    assertThat(stored).doesNotContain(secret.substring("whsec_".length())).hasSizeLessThan(COLUMN);
    assertThat(secrets.seal(secret)).isNotEqualTo(stored);
    assertThat(secrets.open(stored)).isEqualTo(secret);
    assertThat(withKey(KEY).open(stored)).isEqualTo(secret);
  }

  @Test
  void without_a_key_secrets_are_stored_in_plain_text_and_stay_readable_later() {
    StoredSecrets plain = new StoredSecrets(Settings.of());
    assertThat(plain.seal(secret)).isEqualTo(secret);
    assertThat(plain.open(secret)).isEqualTo(secret);
    assertThat(secrets.open(secret)).isEqualTo(secret);
  }

  @Test
  void a_wrong_or_missing_key_or_a_changed_row_cannot_decrypt() {
    String stored = secrets.seal(secret);
    assertUnreadable(() -> withKey(OTHER).open(stored));
    assertUnreadable(() -> new StoredSecrets(Settings.of()).open(stored));
    char last = stored.charAt(20);
    assertUnreadable(() ->
        secrets.open(stored.substring(0, 20) + (last == 'A' ? 'B' : 'A') + stored.substring(21)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base64"})
  void a_malformed_key_is_refused_at_start(String key) {
    assertUnreadable(() -> withKey(key));
  }

  private static StoredSecrets withKey(String key) {
    return new StoredSecrets(Settings.of("secret-key", key));
  }

  private static void assertUnreadable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(Problem.class))
        .returns(ProblemKind.NOT_CONFIGURED, Problem::kind)
        .satisfies(problem -> assertThat(problem.detail()).contains("LECTURE_WEBHOOK_SECRET_KEY"));
  }
}
