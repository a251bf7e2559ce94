package org.lecturehighlights.service.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/**
 * How long to wait after a failed attempt: twice as long each time, spread by a quarter; longer
 * where the receiver asks for it, up to the longest pause.
 */
@Singleton
class Backoff {
  private static final double SPREAD = 0.25;

  private final WebhookConfig config;

  Backoff(WebhookConfig config) {
    this.config = config;
  }

  /**
   * @param attempts made so far, 1 or more
   * @param asked what the receiver wants
   */
  Duration after(int attempts, Optional<Duration> asked) {
    double pause =
        config.firstPause().toMillis()
            * Math.pow(2, attempts - 1)
            * (1 + SPREAD * ThreadLocalRandom.current().nextDouble());
    double wanted = asked.map(Duration::toMillis).orElse(0L);
    return Duration.ofMillis(
        (long) Math.min(Math.max(pause, wanted), config.longestPause().toMillis()));
  }
}
