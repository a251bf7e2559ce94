package org.lecturehighlights.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that open the progress stream of one job, within a minute: neither {@code EventSource} nor
 * {@code WebSocket} can send a header, and a bearer token in an address ends up in logs.
 */
@ApplicationScoped
public class StreamTokens {
  private static final String PURPOSE = "stream";

  /** When it expires, in seconds since 1970, and the signature. */
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]+)");

  private final Protection protection;
  private final SecurityConfig config;
  private final SigningKey key;
  private final Clock clock;

  StreamTokens(Protection protection, SecurityConfig config, SigningKey key, Clock clock) {
    this.protection = protection;
    this.config = config;
    this.key = key;
    this.clock = clock;
  }

  /** A token for this job; the caller must have been checked to be allowed to read it. */
  public String issue(String jobId) {
    String expires = Long.toString(clock.instant().plus(lifetime()).getEpochSecond());
    return expires + "." + key.sign(PURPOSE, jobId, expires);
  }

  /** How long a token opens a stream; an open stream may last longer. */
  public Duration lifetime() {
    return config.streamTokenLifetime();
  }

  /**
   * Whether this token opens the stream of this job; without security, any does, and none is
   * needed.
   */
  public boolean opens(@Nullable String token, String jobId) {
    if (!protection.isOn()) {
      return true;
    }
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    return parts.matches()
        && key.signed(parts.group(2), PURPOSE, jobId, parts.group(1))
        && Long.parseLong(parts.group(1)) > clock.instant().getEpochSecond();
  }
}
