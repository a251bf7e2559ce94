package org.lecturehighlights.service.webhook.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "lecture.webhook")
public interface WebhookConfig {
  /** Whether http and addresses of private networks are allowed; for development alone. */
  @WithDefault("false")
  boolean allowPrivate();

  /** 32 bytes in Base64 under which secrets are stored; unset: they are stored as they are. */
  Optional<String> secretKey();

  @WithDefault("10")
  int mostPerOwner();

  /** How long a receiver may take for one answer. */
  @WithDefault("10S")
  Duration patience();

  /** The pause before the second attempt; every further one is twice as long. */
  @WithDefault("15S")
  Duration firstPause();

  @WithDefault("4H")
  Duration longestPause();

  /** When a message that never arrived is given up. */
  @WithDefault("24H")
  Duration giveUpAfter();

  /** How often is looked for messages that are due. */
  @WithDefault("1S")
  Duration poll();

  /** How long ended deliveries stay visible. */
  @WithDefault("30D")
  Duration keep();
}
