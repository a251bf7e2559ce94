package org.lecturehighlights.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class BearerTokensTest {
  private static final TestIssuer ISSUER = new TestIssuer();

  private final BearerTokens tokens = tokens("audience", TestIssuer.AUDIENCE, "jwks-retry", "0S");

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @Test
  void a_good_token_names_its_owner() {
    assertThat(tokens.caller(ISSUER.token("alice"))).isEqualTo(new Caller("alice", false));
  }

  @Test
  void the_admin_role_sees_everybodys_work() {
    assertThat(tokens.caller(ISSUER.token("root", "student", "admin")))
        .isEqualTo(new Caller("root", true));
  }

  @Test
  void roles_are_found_where_the_provider_puts_them() {
    JwtClaims keycloak = ISSUER.claims("root");
    keycloak.setClaim("realm_access", Map.of("roles", List.of("lecture-admin")));
    assertThat(
            tokens("roles-claim", "realm_access.roles", "admin-role", "lecture-admin")
                .caller(ISSUER.signed(keycloak))
                .seesAll())
        .isTrue();
    JwtClaims clerk = ISSUER.claims("root");
    clerk.setClaim("metadata", Map.of("role", "admin"));
    assertThat(tokens("roles-claim", "metadata.role").caller(ISSUER.signed(clerk)).seesAll())
        .isTrue();
    JwtClaims namespaced = ISSUER.claims("root");
    namespaced.setClaim("https://example.org/roles", List.of("admin"));
    assertThat(
            tokens("roles-claim", "https://example.org/roles")
                .caller(ISSUER.signed(namespaced))
                .seesAll())
        .isTrue();
    assertThat(tokens.caller(ISSUER.signed(clerk)).seesAll()).isFalse();
  }

  @Test
  void an_expired_token_is_refused_and_told_so() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.setExpirationTime(TestIssuer.in(Duration.ofSeconds(-31)));
    assertThat(refusal(ISSUER.signed(claims)).detail()).contains("expired");
  }

  @Test
  void clocks_may_differ_by_the_configured_skew() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.setExpirationTime(TestIssuer.in(Duration.ofSeconds(-10)));
    assertThat(tokens.caller(ISSUER.signed(claims)).owner()).isEqualTo("alice");
  }

  @Test
  void a_token_without_an_end_is_refused() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.unsetClaim("exp");
    refusal(ISSUER.signed(claims));
  }

  @Test
  void a_token_that_begins_later_is_refused() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.setNotBefore(TestIssuer.in(Duration.ofMinutes(2)));
    refusal(ISSUER.signed(claims));
  }

  @Test
  void another_issuers_token_is_refused() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.setIssuer(ISSUER.url() + "/");
    refusal(ISSUER.signed(claims));
    claims.unsetClaim("iss");
    refusal(ISSUER.signed(claims));
  }

  @Test
  void a_token_for_another_application_is_refused() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.setAudience("another");
    refusal(ISSUER.signed(claims));
    claims.unsetClaim("aud");
    refusal(ISSUER.signed(claims));
  }

  @Test
  void a_token_of_another_party_is_refused_where_parties_are_configured() {
    BearerTokens strict = tokens("authorized-parties", "https://a.example,https://b.example");
    JwtClaims claims = ISSUER.claims("alice");
    claims.setStringClaim("azp", "https://b.example");
    assertThat(strict.caller(ISSUER.signed(claims)).owner()).isEqualTo("alice");
    claims.setStringClaim("azp", "https://c.example");
    refusal(strict, ISSUER.signed(claims));
    claims.unsetClaim("azp");
    refusal(strict, ISSUER.signed(claims));
  }

  @Test
  void a_foreign_key_under_the_issuers_key_id_is_refused() {
    refusal(
        TestIssuer.signed(
            ISSUER.claims("alice"),
            AlgorithmIdentifiers.RSA_USING_SHA256,
            ISSUER.key().getKeyId(),
            TestIssuer.newKey("foreign").getPrivateKey()));
  }

  @Test
  void changed_words_are_refused() {
    String[] parts = ISSUER.token("alice").split("\\.");
    String other = ISSUER.token("bob").split("\\.")[1];
    refusal(parts[0] + "." + other + "." + parts[2]);
  }

  @Test
  void an_unsigned_token_is_refused() {
    refusal(
        TestIssuer.signed(
            ISSUER.claims("alice"), AlgorithmIdentifiers.NONE, ISSUER.key().getKeyId(), null));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() {
    byte[] published = ISSUER.key().getPublicKey().getEncoded();
    refusal(
        TestIssuer.signed(
            ISSUER.claims("alice"),
            AlgorithmIdentifiers.HMAC_SHA256,
            ISSUER.key().getKeyId(),
            new SecretKeySpec(published, "HmacSHA256")));
  }

  @Test
  void a_token_of_nobody_is_refused() {
    JwtClaims claims = ISSUER.claims("alice");
    claims.unsetClaim("sub");
    refusal(ISSUER.signed(claims));
    claims.setSubject(" ");
    refusal(ISSUER.signed(claims));
    claims.setSubject("x".repeat(256));
    refusal(ISSUER.signed(claims));
  }

  @Test
  void a_name_that_the_database_cannot_store_is_refused() {
    for (String name : List.of("ali\u0000ce", "\u0000", "alice\n", "\u0007alice", "alice\u0085")) {
      JwtClaims claims = ISSUER.claims(name);
      refusal(ISSUER.signed(claims));
    }
    assertThat(tokens.caller(ISSUER.token("Ålice 🎓|42")).owner()).isEqualTo("Ålice 🎓|42");
  }

  @Test
  void what_is_no_token_is_refused() {
    for (String token : List.of("", ".", "..", "a.b.c", "ey".repeat(5000), "\u0000")) {
      refusal(token);
    }
  }

  @Test
  void a_rotated_key_is_found_and_the_old_one_forgotten() {
    try (TestIssuer issuer = new TestIssuer()) {
      BearerTokens fresh =
          tokens("issuer", issuer.url(), "jwks-retry", "0S", "audience", TestIssuer.AUDIENCE);
      String old = issuer.token("alice");
      assertThat(fresh.caller(old).owner()).isEqualTo("alice");
      issuer.rotate("second");
      assertThat(fresh.caller(issuer.token("alice")).owner()).isEqualTo("alice");
      refusal(fresh, old);
    }
  }

  @Test
  void unknown_keys_do_not_make_us_ask_the_issuer_again_and_again() {
    try (TestIssuer issuer = new TestIssuer()) {
      BearerTokens patient = tokens("issuer", issuer.url(), "jwks-retry", "1H");
      patient.caller(issuer.token("alice"));
      for (int i = 0; i < 20; i++) {
        refusal(
            patient,
            TestIssuer.signed(
                issuer.claims("alice"),
                AlgorithmIdentifiers.RSA_USING_SHA256,
                "unknown-" + i,
                issuer.key().getPrivateKey()));
      }
      assertThat(issuer.questions()).isEqualTo(1);
    }
  }

  @Test
  void an_issuer_that_cannot_be_reached_is_no_fault_of_the_token() {
    TestIssuer issuer = new TestIssuer();
    String token = issuer.token("alice");
    issuer.close();
    for (BearerTokens lost :
        List.of(
            tokens("issuer", issuer.url()),
            tokens("issuer", issuer.url(), "jwks-url", issuer.url() + "/keys"))) {
      assertThat(catchThrowableOfType(Problem.class, () -> lost.caller(token)).kind())
          .isEqualTo(ProblemKind.IDENTITY_PROVIDER_UNAVAILABLE);
    }
  }

  private Problem refusal(String token) {
    return refusal(tokens, token);
  }

  private static Problem refusal(BearerTokens tokens, String token) {
    Problem problem = catchThrowableOfType(Problem.class, () -> tokens.caller(token));
    assertThat(problem).as("accepted: %s", token).isNotNull();
    assertThat(problem.kind()).isEqualTo(ProblemKind.TOKEN_INVALID);
    if (token.length() > 20) {
      assertThat(problem.detail().getBytes(StandardCharsets.UTF_8).length).isLessThan(100);
      assertThat(problem.detail()).doesNotContain(token);
    }
    return problem;
  }

  private static BearerTokens tokens(String... settings) {
    String[] all = new String[settings.length + 2];
    all[0] = "issuer";
    all[1] = ISSUER.url();
    System.arraycopy(settings, 0, all, 2, settings.length);
    SecurityConfig config = Settings.of(all);
    return new BearerTokens(config, new IssuerKeys(config));
  }
}
