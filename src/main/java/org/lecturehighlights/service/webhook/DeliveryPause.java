package org.lecturehighlights.service.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lecturehighlights.platform.runtime.Backoff;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/**
 * How long to wait after a failed attempt: twice as long each time, with a random addition of up to
 * a quarter, and longer if the receiver asks for it, up to the longest pause.
 */
@Singleton
class DeliveryPause {
  private static final double SPREAD = 0.25;

  private final Backoff backoff;

  DeliveryPause(WebhookConfig config, RandomGenerator random) {
    backoff = new Backoff(config.firstPause(), config.longestPause(), 1, 1 + SPREAD, random);
  }

  /**
   * @param attempts number of attempts so far, at least 1
   * @param requested the pause that the receiver requested
   */
  Duration after(int attempts, Optional<Duration> requested) {
    Duration pause = backoff.pause(attempts);
    Duration wanted = requested.filter(longer -> longer.compareTo(pause) > 0).orElse(pause);
    return wanted.compareTo(backoff.longest()) > 0 ? backoff.longest() : wanted;
  }
}
