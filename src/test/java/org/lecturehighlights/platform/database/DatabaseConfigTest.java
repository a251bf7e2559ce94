package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseConfigTest {

  @Test
  void user_and_password_of_database_url_are_taken_literally() {
    var config = config("test", Map.of("DATABASE_URL", "postgresql://me:p@ss${HOME}$x\\+y@h/d"));
    assertThat(value(config, "quarkus.datasource.jdbc.url"))
        .isEqualTo("jdbc:postgresql://h:5432/d");
    assertThat(value(config, "quarkus.datasource.username")).isEqualTo("me");
    assertThat(value(config, "quarkus.datasource.password")).isEqualTo("p@ss${HOME}$x\\+y");
  }

  @Test
  void an_explicit_quarkus_setting_wins_over_database_url() {
    var config =
        config(
            "test",
            Map.of(
                "DATABASE_URL", "postgresql://h/d",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://other/d"));
    assertThat(value(config, "quarkus.datasource.jdbc.url")).isEqualTo("jdbc:postgresql://other/d");
  }

  @Test
  void an_empty_database_url_counts_as_unset() {
    var config = config("test", Map.of("DATABASE_URL", " "));
    assertThat(config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)).isEmpty();
  }

  @Test
  void a_command_without_a_database_ignores_a_wrong_database_url() {
    var config =
        config("test", Map.of("DATABASE_URL", "mysql://h/d", "quarkus.datasource.active", "false"));
    assertThat(config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "production, dev, true",
    "Production, prod, true",
    "development, prod, false",
    "staging, prod, false",
    "'', prod, true",
    ", prod, true",
    ", dev, false",
    ", test, false"
  })
  void environment_decides_whether_a_start_migrates_and_counts_as_production(
      String environment, String profile, boolean migrates) {
    var config =
        config(profile, environment == null ? Map.of() : Map.of("ENVIRONMENT", environment));
    assertThat(value(config, "lecture.database.migrate-at-start"))
        .isEqualTo(Boolean.toString(migrates));
    assertThat(value(config, "lecture.production")).isEqualTo(Boolean.toString(migrates));
  }

  private static String value(SmallRyeConfig config, String name) {
    return config.getValue(name, String.class);
  }

  private static SmallRyeConfig config(String profile, Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withProfile(profile)
        .withSources(new PropertiesConfigSource(environment, "environment", 300))
        .withSources(new DatabaseConfig())
        .addDefaultInterceptors()
        .build();
  }
}
