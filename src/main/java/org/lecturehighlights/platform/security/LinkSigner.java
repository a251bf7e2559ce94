package org.lecturehighlights.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links that carry their own permission, for what cannot send a token: players, pictures, and the
 * plain PUT of an upload. A link opens one path for one method until it expires. Where security is
 * off, links stay plain.
 */
@ApplicationScoped
public class LinkSigner {
  private static final String PURPOSE = "link";

  /** Twelve digits reach beyond the year 30,000 and fit a long. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final Protection protection;
  private final SecurityConfig config;
  private final SigningKey key;
  private final Clock clock;

  LinkSigner(Protection protection, SecurityConfig config, SigningKey key, Clock clock) {
    this.protection = protection;
    this.config = config;
    this.key = key;
    this.clock = clock;
  }

  /**
   * A path to read for hours. It stays the same for the configured lifetime, so that browsers keep
   * what they loaded, and works for that long at least.
   *
   * @param path from the root of the server, as requests will spell it, without a query
   */
  public String toRead(String path) {
    long step = Math.max(1, config.linkLifetime().toSeconds());
    return signed("GET", path, (clock.instant().getEpochSecond() / step + 2) * step);
  }

  /** A path to read for this long. */
  public String toRead(String path, Duration lifetime) {
    return signed("GET", path, clock.instant().plus(lifetime).getEpochSecond());
  }

  /** A path to PUT bytes to for this long. */
  public String toWrite(String path, Duration lifetime) {
    return signed("PUT", path, clock.instant().plus(lifetime).getEpochSecond());
  }

  /** Whether these parameters of a request open its path. */
  boolean opens(String method, String path, @Nullable String expires, @Nullable String signature) {
    return expires != null
        && signature != null
        && SECONDS.matcher(expires).matches()
        && key.signed(signature, PURPOSE, method.equals("HEAD") ? "GET" : method, path, expires)
        && Long.parseLong(expires) > clock.instant().getEpochSecond();
  }

  private String signed(String method, String path, long expires) {
    return protection.isOn()
        ? "%s?expires=%d&signature=%s"
            .formatted(path, expires, key.sign(PURPOSE, method, path, Long.toString(expires)))
        : path;
  }
}
