package org.lecturehighlights.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtectionTest {
  private static final String ISSUER = "https://issuer.example";

  @Test
  void development_may_do_without_an_issuer() {
    Protection protection = new Protection(Settings.of(), false, Set.of("api", "worker"));
    assertThatCode(protection::check).doesNotThrowAnyException();
    assertThat(protection.isOn()).isFalse();
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
    assertThat(protection.isOn()).isTrue();
  }

  @Test
  void a_path_closes_itself_and_all_below_it() {
    Protection protection = closing("/q/metrics,/ui/");
    for (String closed : new String[] {"/q/metrics", "/q/metrics/all", "/ui", "/ui/app.js"}) {
      assertThat(protection.covers(closed)).as(closed).isTrue();
    }
    for (String open : new String[] {"/", "/metrics", "/q", "/q/metrics2", "/uix", "/q/health"}) {
      assertThat(protection.covers(open)).as(open).isFalse();
    }
  }

  @Test
  void the_root_closes_everything() {
    assertThat(closing("/").covers("/q/health")).isTrue();
    assertThat(closing("/").covers("/")).isTrue();
  }

  @Test
  void a_list_without_the_endpoints_is_noticed_and_opens_nothing() {
    assertThat(closing("/q/metrics").unlisted()).containsExactly("/api/v1", "/ws/connections");
    assertThat(closing("/api,/q/metrics").unlisted()).containsExactly("/ws/connections");
    assertThat(closing("/api/v1/jobs,/ws").unlisted()).containsExactly("/api/v1");
    for (String whole : new String[] {"/api/v1,/ws/connections", "/api/v1/,/ws,/q", "/"}) {
      assertThat(closing(whole).unlisted()).as(whole).isEmpty();
    }
  }

  private static Protection closing(String paths) {
    return new Protection(
        Settings.of("issuer", ISSUER, "audience", "us", "protected-paths", paths),
        false,
        Set.of("api"));
  }

  private static Protection production(String... settings) {
    return new Protection(Settings.of(settings), true, Set.of("api"));
  }
}
