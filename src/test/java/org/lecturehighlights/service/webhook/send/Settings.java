package org.lecturehighlights.service.webhook.send;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Webhook settings for tests without a server. */
public final class Settings {
  private Settings() {}

  /** The defaults, except for a short timeout and the given names and values. */
  public static WebhookConfig of(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>(Map.of("lecture.webhook.patience", "1S"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put("lecture.webhook." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withMapping(WebhookConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 500))
        .withConverter(Duration.class, 200, new DurationConverter())
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
