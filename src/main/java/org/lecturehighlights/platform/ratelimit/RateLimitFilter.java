package org.lecturehighlights.platform.ratelimit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.ApiPath;
import org.lecturehighlights.platform.http.FilterOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Callers;

/**
 * Refuses requests to the API beyond the caller's allowance, and tells with the others how much is
 * left, after draft-ietf-httpapi-ratelimit-headers-10. Pages, health, metrics and the description
 * of the API are not counted.
 */
@Singleton
class RateLimitFilter {
  private final LimitConfig config;
  private final RateLimitKeys accounts;
  private final SharedRateLimiter count;
  private final boolean production;

  RateLimitFilter(
      LimitConfig config,
      RateLimitKeys accounts,
      SharedRateLimiter count,
      @ConfigProperty(name = "lecture.production") boolean production) {
    this.config = config;
    this.accounts = accounts;
    this.count = count;
    this.production = production;
  }

  void register(@Observes Filters filters) {
    if (config.enabled().orElse(production)) {
      FilterOrder.RATE_LIMIT.register(filters, this::check);
    }
  }

  private void check(RoutingContext context) {
    ApiPath path = ApiPath.normalized(context);
    if (!path.isApi() && !path.isWebSocket()) {
      context.next();
      return;
    }
    RateLimitKey account =
        accounts.of(
            RequestKind.of(context.request().method().name(), path),
            Callers.admitted(context),
            address(context.request().remoteAddress()));
    count
        .take(account, context.vertx().getOrCreateContext())
        .onSuccess(verdict -> decide(context, account, verdict));
  }

  private static String address(@Nullable SocketAddress remote) {
    String address = remote == null ? null : remote.hostAddress();
    return address == null ? String.valueOf(remote) : address;
  }

  private static void decide(
      RoutingContext context, RateLimitKey account, Optional<Verdict> verdict) {
    verdict.ifPresent(known -> tell(context.response(), account, known));
    if (verdict.isEmpty() || verdict.get().allowed()) {
      context.next();
      return;
    }
    long wait = Math.max(1, Verdict.seconds(verdict.get().untilNext()));
    context.response().putHeader("Retry-After", Long.toString(wait));
    String detail =
        "More than %d %s within %d seconds; go on after %d seconds."
            .formatted(
                account.allowance(), account.kind().policy(), account.window().toSeconds(), wait);
    context.fail(429, Problem.of(ProblemKind.RATE_LIMITED, detail));
  }

  private static void tell(HttpServerResponse response, RateLimitKey account, Verdict verdict) {
    String policy = account.kind().policy();
    response.putHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy, account.allowance(), account.window().toSeconds()));
    response.putHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(policy, verdict.remaining(), Verdict.seconds(verdict.untilFull())));
  }
}
