package org.lecturehighlights.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.lecturehighlights.webhook.send.WebhookConfig;

/** How long to wait after a failed attempt: twice as long each time, spread by a quarter. */
@Singleton
class Backoff {
  private static final double SPREAD = 0.25;

  private final WebhookConfig config;

  Backoff(WebhookConfig config) {
    this.config = config;
  }

  /**
   * @param attempts made so far, 1 or more
   */
  Duration after(int attempts) {
    double pause =
        config.firstPause().toMillis()
            * Math.pow(2, attempts - 1)
            * (1 + SPREAD * ThreadLocalRandom.current().nextDouble());
    return Duration.ofMillis((long) Math.min(pause, config.longestPause().toMillis()));
  }
}
