package org.lecturehighlights.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.lecturehighlights.platform.ratelimit.LimitsTable.account;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.media.hostile.LogWatch;

class SharedRateLimiterTest {
  private static final String LINE = "Requests are not rate-limited";

  private final Vertx vertx = Vertx.vertx();
  private final LimitsTable table = new LimitsTable();
  private final HandSetClock clock = new HandSetClock();
  private final RateLimitKey alice = account(RequestKind.CREATIONS, "owner alice", 1);

  @AfterEach
  void close() throws Exception {
    table.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_database_that_answers_limits() throws Exception {
    SharedRateLimiter count = count(Duration.ofSeconds(30));
    assertThat(take(count).map(Verdict::allowed)).contains(true);
    assertThat(take(count).map(Verdict::allowed)).contains(false);
    count.stop();
  }

  @Test
  void a_database_that_fails_refuses_nobody_and_is_left_alone_for_a_while() throws Exception {
    SharedRateLimiter count = count(Duration.ofSeconds(30));
    table.fails = true;
    try (LogWatch log = new LogWatch(LINE)) {
      assertThat(take(count)).isEmpty();
      assertThat(take(count)).isEmpty();
      assertThat(table.asked.get()).isEqualTo(1);

      clock.pass(Duration.ofSeconds(6));
      assertThat(take(count)).isEmpty();
      assertThat(table.asked.get()).isEqualTo(2);
      assertThat(log.heard()).hasSize(1);

      clock.pass(Duration.ofSeconds(61));
      assertThat(take(count)).isEmpty();
      assertThat(log.heard()).as("a line a minute").hasSize(2);
    }
    table.fails = false;
    clock.pass(Duration.ofSeconds(6));
    assertThat(take(count).map(Verdict::allowed)).contains(true);
    count.stop();
  }

  @Test
  void a_database_that_hangs_holds_nobody_up() throws Exception {
    SharedRateLimiter count = count(Duration.ofMillis(50));
    table.hangs = true;
    assertThat(take(count)).isEmpty();
    assertThat(count.take(alice, vertx.getOrCreateContext()).isComplete())
        .as("the next one does not wait at all")
        .isTrue();
    await().untilAtomic(table.asked, equalTo(1));
    count.stop();
  }

  private SharedRateLimiter count(Duration patience) {
    return new SharedRateLimiter(table.process(), new LimitsTable.Config(patience), clock);
  }

  private Optional<Verdict> take(SharedRateLimiter count)
      throws InterruptedException, TimeoutException, ExecutionException {
    return count
        .take(alice, vertx.getOrCreateContext())
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
  }

  private static final class HandSetClock extends Clock {
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
