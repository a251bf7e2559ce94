package org.lecturehighlights.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void the_condition_is_checked_after_each_pause_until_it_holds() throws InterruptedException {
    var patience = new Patience(Duration.ofSeconds(1), new PassingTime());
    assertThat(patience.until(PAUSE, () -> asked.incrementAndGet() == 3)).isTrue();
    assertThat(patience.left()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void waiting_ends_when_the_time_is_over() throws InterruptedException {
    var patience = new Patience(Duration.ofSeconds(1), new PassingTime());
    assertThat(patience.until(PAUSE, () -> asked.incrementAndGet() > 100)).isFalse();
    assertThat(asked).hasValue(6);
    assertThat(patience.left()).isZero();
  }

  @Test
  void without_any_time_the_condition_is_checked_once() throws InterruptedException {
    var patience = new Patience(Duration.ZERO, new PassingTime());
    assertThat(patience.until(PAUSE, () -> asked.incrementAndGet() > 100)).isFalse();
    assertThat(asked).hasValue(1);
  }

  /** Time that passes at once. */
  private static final class PassingTime implements Waiting {
    private long nanos = Long.MAX_VALUE - 1; // may overflow, as System.nanoTime may

    @Override
    public void pause(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long nanoTime() {
      return nanos;
    }
  }
}
