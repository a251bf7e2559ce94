package org.lecturehighlights.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkSignerTest {
  private static final String PATH = "/api/v1/clips/clip_1/video";
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final SecurityConfig config =
      Settings.of("issuer", "https://issuer.example", "signing-key", SecuredProfile.SIGNING_KEY);

  @Test
  void a_link_opens_its_path_for_reading() {
    String link = links(NOW).toRead(PATH, Duration.ofMinutes(1));
    assertThat(opens("GET", PATH, link, NOW)).isTrue();
    assertThat(opens("HEAD", PATH, link, NOW)).isTrue();
  }

  @Test
  void a_link_opens_no_other_path_and_no_other_method() {
    String link = links(NOW).toRead(PATH, Duration.ofMinutes(1));
    assertThat(opens("GET", "/api/v1/clips/clip_2/video", link, NOW)).isFalse();
    assertThat(opens("GET", PATH + "/", link, NOW)).isFalse();
    assertThat(opens("DELETE", PATH, link, NOW)).isFalse();
    assertThat(opens("PUT", PATH, link, NOW)).isFalse();
    String upload = links(NOW).toWrite(PATH, Duration.ofMinutes(1));
    assertThat(opens("PUT", PATH, upload, NOW)).isTrue();
    assertThat(opens("GET", PATH, upload, NOW)).isFalse();
  }

  @Test
  void a_link_ends_at_its_time() {
    String link = links(NOW).toRead(PATH, Duration.ofMinutes(1));
    assertThat(opens("GET", PATH, link, NOW.plusSeconds(59))).isTrue();
    assertThat(opens("GET", PATH, link, NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void a_later_end_is_no_longer_signed() {
    String link = links(NOW).toRead(PATH, Duration.ofMinutes(1));
    Map<String, String> query = query(link);
    assertThat(
            links(NOW)
                .opens(
                    "GET",
                    PATH,
                    Long.toString(Long.parseLong(query.get("expires")) + 1),
                    query.get("signature")))
        .isFalse();
    assertThat(links(NOW).opens("GET", PATH, "999999999999999999999", query.get("signature")))
        .isFalse();
    assertThat(links(NOW).opens("GET", PATH, null, query.get("signature"))).isFalse();
  }

  @Test
  void another_key_signs_nothing_for_us() {
    SecurityConfig other =
        Settings.of("issuer", "https://issuer.example", "signing-key", "x".repeat(32));
    String link =
        new LinkSigner(
                new Protection(other, true, Set.of("api")), other, new SigningKey(other), at(NOW))
            .toRead(PATH);
    assertThat(opens("GET", PATH, link, NOW)).isFalse();
  }

  @Test
  void a_link_stays_the_same_for_hours_and_works_for_hours() {
    Instant step = Instant.parse("2026-03-01T12:00:00Z");
    String link = links(step).toRead(PATH);
    assertThat(links(step.plus(Duration.ofHours(6)).minusSeconds(1)).toRead(PATH)).isEqualTo(link);
    assertThat(links(step.plus(Duration.ofHours(6))).toRead(PATH)).isNotEqualTo(link);
    assertThat(opens("GET", PATH, link, step.plus(Duration.ofHours(12)).minusSeconds(1))).isTrue();
    assertThat(opens("GET", PATH, link, step.plus(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void links_are_plain_where_security_is_off() {
    SecurityConfig off = Settings.of();
    LinkSigner links =
        new LinkSigner(
            new Protection(off, false, Set.of("api")), off, new SigningKey(off), at(NOW));
    assertThat(links.toRead(PATH)).isEqualTo(PATH);
    assertThat(links.toWrite(PATH, Duration.ofHours(1))).isEqualTo(PATH);
  }

  @Test
  void a_stream_token_opens_the_stream_of_its_job_for_a_minute() {
    String token = streams(NOW).issue("job_1");
    assertThat(streams(NOW).opens(token, "job_1")).isTrue();
    assertThat(streams(NOW).opens(token, "job_2")).isFalse();
    assertThat(streams(NOW.plusSeconds(59)).opens(token, "job_1")).isTrue();
    assertThat(streams(NOW.plusSeconds(60)).opens(token, "job_1")).isFalse();
  }

  @Test
  void what_is_no_stream_token_opens_no_stream() {
    String token = streams(NOW).issue("job_1");
    String changed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "E" : "A");
    String link = query(links(NOW).toRead(PATH)).get("signature");
    assertThat(streams(NOW).opens(null, "job_1")).isFalse();
    for (String wrong :
        new String[] {"", ".", "1.", changed, "9" + token, token + "=", "9999999999." + link}) {
      assertThat(streams(NOW).opens(wrong, "job_1")).as(wrong).isFalse();
    }
  }

  private boolean opens(String method, String path, String link, Instant when) {
    Map<String, String> query = query(link);
    return links(when).opens(method, path, query.get("expires"), query.get("signature"));
  }

  private LinkSigner links(Instant now) {
    return new LinkSigner(protection(), config, new SigningKey(config), at(now));
  }

  private StreamTokens streams(Instant now) {
    return new StreamTokens(protection(), config, new SigningKey(config), at(now));
  }

  private Protection protection() {
    return new Protection(config, true, Set.of("api"));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static Map<String, String> query(String link) {
    return Stream.of(URI.create(link).getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
