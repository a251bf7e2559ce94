package org.lecturehighlights.platform.ratelimit;

import io.vertx.core.Context;
import io.vertx.core.Future;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts without delaying anybody: where the database fails or is slow, requests go on uncounted,
 * and for a few seconds nobody waits for it again.
 */
@Singleton
class SharedRateLimiter {
  private static final Logger LOG = Logger.getLogger(SharedRateLimiter.class);
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final SharedBuckets buckets;
  private final Duration patience;
  private final Clock clock;

  /** Not the event loop's workers, which a database that hangs would take from all others. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final AtomicLong restingUntil = new AtomicLong(Long.MIN_VALUE);
  private final AtomicLong nextLine = new AtomicLong(Long.MIN_VALUE);

  SharedRateLimiter(SharedBuckets buckets, LimitConfig config, Clock clock) {
    this.buckets = buckets;
    this.patience = config.patience();
    this.clock = clock;
  }

  /** The verdict, on the context; empty where there is none in time. Never fails. */
  Future<Optional<Verdict>> take(RateLimitKey account, Context context) {
    Optional<Verdict> known = buckets.takeHere(account);
    if (known.isPresent()) {
      return Future.succeededFuture(known);
    }
    if (clock.millis() < restingUntil.get()) {
      return Future.succeededFuture(Optional.empty());
    }
    var answer = CompletableFuture.supplyAsync(() -> buckets.take(account), threads);
    return Future.fromCompletionStage(answer, context)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .map(Optional::of)
        .otherwise(failure -> rest(failure));
  }

  private Optional<Verdict> rest(Throwable failure) {
    long now = clock.millis();
    restingUntil.set(now + REST.toMillis());
    long due = nextLine.get();
    if (now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES.toMillis())) {
      LOG.warnf("Requests are not rate-limited while the shared count is unavailable: %s", failure);
    }
    return Optional.empty();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
