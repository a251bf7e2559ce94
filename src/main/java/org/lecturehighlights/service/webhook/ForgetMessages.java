package org.lecturehighlights.service.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.lecturehighlights.platform.runtime.RecurringTask;

/** Removes deliveries that ended long ago. */
@Singleton
class ForgetMessages implements RecurringTask {
  private final OutboxService outbox;

  ForgetMessages(OutboxService outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "forget-webhook-messages";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    outbox.forget();
  }
}
