package org.lecturehighlights.service.webhook.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "lecture.webhook")
public interface WebhookConfig {
  /** Whether http and addresses in private networks are allowed; for development only. */
  @WithDefault("false")
  boolean allowPrivate();

  /**
   * The key that encrypts stored secrets: 32 bytes in Base64. If unset, they are stored in plain
   * text.
   */
  Optional<String> secretKey();

  @WithDefault("10")
  int mostPerOwner();

  /** How long a receiver may take to answer. */
  @WithDefault("10S")
  Duration patience();

  /** The pause before the second attempt; each further pause is twice as long. */
  @WithDefault("15S")
  Duration firstPause();

  @WithDefault("4H")
  Duration longestPause();

  /** How long delivery of a message is attempted before it is given up. */
  @WithDefault("24H")
  Duration giveUpAfter();

  /** How often to check for messages that are due. */
  @WithDefault("1S")
  Duration poll();

  /** How long deliveries that ended stay visible. */
  @WithDefault("30D")
  Duration keep();
}
