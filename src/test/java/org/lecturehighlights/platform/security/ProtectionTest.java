package org.lecturehighlights.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.http.ApiPath;

class ProtectionTest {
  private static final String ISSUER = "https://issuer.example";

  @Test
  void development_may_do_without_an_issuer() {
    Protection protection = new Protection(Settings.of(), false, Set.of("api", "worker"));
    assertThatCode(protection::check).doesNotThrowAnyException();
    assertThat(protection.isOn()).isFalse();
    assertThat(protection.covers(new ApiPath("/api/v1/jobs"))).isFalse();
  }

  @Test
  void production_without_an_issuer_is_refused_with_a_hint() {
    assertThatThrownBy(production()::check)
        .hasMessageContaining("LECTURE_SECURITY_ISSUER")
        .hasMessageContaining("LECTURE_SECURITY_ENABLED=false");
  }

  @Test
  void production_may_be_told_to_do_without() {
    assertThatCode(production("enabled", "false")::check).doesNotThrowAnyException();
    assertThat(production("enabled", "false", "issuer", ISSUER).isOn()).isFalse();
  }

  @Test
  void security_without_an_issuer_is_refused_everywhere() {
    assertThatThrownBy(new Protection(Settings.of("enabled", "true"), false, Set.of("api"))::check)
        .hasMessageContaining("LECTURE_SECURITY_ISSUER");
  }

  @Test
  void production_needs_a_signing_key_that_all_processes_share() {
    assertThatThrownBy(production("issuer", ISSUER)::check)
        .hasMessageContaining("LECTURE_SECURITY_SIGNING_KEY");
    assertThatThrownBy(production("issuer", ISSUER, "signing-key", "x".repeat(31))::check)
        .hasMessageContaining("LECTURE_SECURITY_SIGNING_KEY");
    assertThatCode(production("issuer", ISSUER, "signing-key", "x".repeat(32))::check)
        .doesNotThrowAnyException();
  }

  @Test
  void an_issuer_switches_protection_on() {
    Protection protection =
        new Protection(Settings.of("issuer", ISSUER), false, Set.of("api", "worker"));
    assertThatCode(protection::check).doesNotThrowAnyException();
    assertThat(protection.covers(new ApiPath("/api/v1/jobs"))).isTrue();
    assertThat(protection.covers(new ApiPath("/api/v1"))).isTrue();
    for (String open : new String[] {"/", "/ui/app.js", "/health", "/q/openapi", "/api/v10"}) {
      assertThat(protection.covers(new ApiPath(open))).as(open).isFalse();
    }
  }

  @Test
  void more_paths_may_be_closed() {
    Protection protection =
        new Protection(
            Settings.of("issuer", ISSUER, "protected-paths", "/api/v1,/q/metrics"),
            false,
            Set.of("api"));
    assertThat(protection.covers(new ApiPath("/q/metrics"))).isTrue();
    assertThat(protection.covers(new ApiPath("/q/health"))).isFalse();
  }

  private static Protection production(String... settings) {
    return new Protection(Settings.of(settings), true, Set.of("api"));
  }
}
