package org.lecturehighlights.platform.ratelimit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Caller;

/** Counts one request against its sender's allowance and says what to tell the sender. */
@Singleton
class RateLimits {
  private final LimitConfig config;
  private final RateLimitKeys keys;
  private final SharedRateLimiter limiter;
  private final Vertx vertx;
  private final boolean production;

  RateLimits(
      LimitConfig config,
      RateLimitKeys keys,
      SharedRateLimiter limiter,
      Vertx vertx,
      @ConfigProperty(name = "lecture.production") boolean production) {
    this.config = config;
    this.keys = keys;
    this.limiter = limiter;
    this.vertx = vertx;
    this.production = production;
  }

  /**
   * What the count of a request came to.
   *
   * @param headers what its answer tells of the allowance, after
   *     draft-ietf-httpapi-ratelimit-headers-10
   * @param refusal why it must not go on
   */
  record Count(Map<String, String> headers, Optional<Problem> refusal) {
    static final Count NONE = new Count(Map.of(), Optional.empty());
  }

  /** Must be called on the event loop, where the count arrives, too. Never fails. */
  Uni<Count> count(RequestKind kind, @Nullable Caller caller, HttpServerRequest request) {
    if (!config.enabled().orElse(production)) {
      return Uni.createFrom().item(Count.NONE);
    }
    RateLimitKey key = keys.of(kind, caller, address(request.remoteAddress()));
    return Uni.createFrom()
        .completionStage(() -> limiter.take(key, vertx.getOrCreateContext()).toCompletionStage())
        .map(verdict -> verdict.map(known -> told(key, known)).orElse(Count.NONE));
  }

  private static String address(@Nullable SocketAddress remote) {
    String address = remote == null ? null : remote.hostAddress();
    return address == null ? String.valueOf(remote) : address;
  }

  private static Count told(RateLimitKey key, Verdict verdict) {
    String policy = key.kind().policy();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy, key.allowance(), key.window().toSeconds()));
    headers.put(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(policy, verdict.remaining(), Verdict.seconds(verdict.untilFull())));
    if (verdict.allowed()) {
      return new Count(headers, Optional.empty());
    }
    long wait = Math.max(1, Verdict.seconds(verdict.untilNext()));
    headers.put("Retry-After", Long.toString(wait));
    return new Count(headers, Optional.of(exceeded(key, wait)));
  }

  private static Problem exceeded(RateLimitKey key, long wait) {
    return Problem.of(
        ProblemKind.RATE_LIMITED,
        "More than %d %s within %d seconds; go on after %d seconds."
            .formatted(key.allowance(), key.kind().policy(), key.window().toSeconds(), wait));
  }
}
