package org.lecturehighlights.platform.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.engine.StartGate;
import org.lecturehighlights.platform.runtime.Waiting;

class StartWhenReadyTest {
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void the_action_runs_once_as_soon_as_the_condition_holds() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    AtomicBoolean holds = new AtomicBoolean();
    try (StartWhenReady start =
        new StartWhenReady(condition(asked, holds), done::incrementAndGet, Waiting.forReal())) {
      asked.await();
      assertThat(done).hasValue(0);
      holds.set(true);
      await().untilAtomic(done, is(1));
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void the_action_never_runs_after_the_close() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    AtomicBoolean holds = new AtomicBoolean();
    StartWhenReady start =
        new StartWhenReady(condition(asked, holds), done::incrementAndGet, Waiting.forReal());
    asked.await();
    start.close();
    holds.set(true);
    assertThat(done).hasValue(0);
  }

  private static StartGate condition(CountDownLatch asked, AtomicBoolean holds) {
    return new StartGate() {
      @Override
      public boolean holds() {
        asked.countDown();
        return holds.get();
      }

      @Override
      public String awaited() {
        return "a test";
      }
    };
  }
}
