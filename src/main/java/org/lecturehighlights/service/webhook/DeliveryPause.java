package org.lecturehighlights.service.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lecturehighlights.platform.runtime.Backoff;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/**
 * How long to wait after a failed attempt: twice as long each time, spread by a quarter; longer
 * where the receiver asks for it, up to the longest pause.
 */
@Singleton
class DeliveryPause {
  private static final double SPREAD = 0.25;

  private final Backoff backoff;

  DeliveryPause(WebhookConfig config, RandomGenerator random) {
    backoff = new Backoff(config.firstPause(), config.longestPause(), 1, 1 + SPREAD, random);
  }

  /**
   * @param attempts made so far, 1 or more
   * @param asked what the receiver wants
   */
  Duration after(int attempts, Optional<Duration> asked) {
    Duration pause = backoff.pause(attempts);
    Duration wanted = asked.filter(longer -> longer.compareTo(pause) > 0).orElse(pause);
    return wanted.compareTo(backoff.longest()) > 0 ? backoff.longest() : wanted;
  }
}
