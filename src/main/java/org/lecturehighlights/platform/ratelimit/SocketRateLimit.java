package org.lecturehighlights.platform.ratelimit;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Counts each WebSocket that is opened as a read by its address, since none names its caller yet.
 */
@Singleton
class SocketRateLimit implements HttpUpgradeCheck {
  private final RateLimits limits;

  SocketRateLimit(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext socket) {
    return limits
        .count(RequestKind.READS, null, socket.httpRequest())
        .map(count -> {
          Map<String, List<String>> headers =
              count.headers().entrySet().stream()
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
          return count.refusal().isEmpty()
              ? CheckResult.permitUpgradeSync(headers)
              : CheckResult.rejectUpgradeSync(ProblemKind.RATE_LIMITED.status(), headers);
        });
  }
}
