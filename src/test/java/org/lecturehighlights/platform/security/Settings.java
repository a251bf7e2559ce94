package org.lecturehighlights.platform.security;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of the room as a configuration would give them, for tests without an application. */
final class Settings {
  private Settings() {}

  /**
   * @param pairs a name below {@code lecture.security} and its value, and so on
   */
  static SecurityConfig of(String... pairs) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put("lecture.security." + pairs[i], pairs[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withMapping(SecurityConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .withConverter(Duration.class, 200, new DurationConverter())
        .build()
        .getConfigMapping(SecurityConfig.class);
  }
}
