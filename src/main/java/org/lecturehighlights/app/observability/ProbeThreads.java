package org.lecturehighlights.app.observability;

import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Runs health checks on threads of their own, so that probes are answered while requests occupy all
 * others. Whoever asks while a check runs shares its answer: no number of probes runs it twice at
 * the same time.
 */
@Alternative
@Priority(1)
@Singleton
class ProbeThreads extends AsyncHealthCheckFactory {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** More than there are checks. */
  private static final int THREADS = 6;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("lecture-probe-", 0).factory());

  private final Map<String, Uni<HealthCheckResponse>> running = new ConcurrentHashMap<>();

  @Override
  public Uni<HealthCheckResponse> callSync(HealthCheck check) {
    String name = check.getClass().getName();
    return running
        .computeIfAbsent(
            name,
            _ ->
                super.callSync(check)
                    .runSubscriptionOn(threads)
                    .onTermination()
                    .invoke(() -> running.remove(name))
                    .memoize()
                    .indefinitely())
        .ifNoItem()
        .after(DEADLINE)
        .recoverWithItem(() -> silent(check));
  }

  private static HealthCheckResponse silent(HealthCheck check) {
    return HealthCheckResponse.named(check.getClass().getSimpleName().replace("_ClientProxy", ""))
        .down()
        .withData("error", "no answer within %d seconds".formatted(DEADLINE.toSeconds()))
        .build();
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }
}
