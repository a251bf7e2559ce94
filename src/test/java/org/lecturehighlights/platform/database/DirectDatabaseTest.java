package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectDatabaseTest {

  @Test
  void database_url_is_taken_literally() {
    assertThat(named(Map.of("DATABASE_URL", "postgresql://me:p${HOME}$x@h/d")))
        .contains(
            new DirectDatabase(
                new DatabaseUrl("jdbc:postgresql://h:5432/d", "me", "p${HOME}$x"), false));
  }

  @Test
  void an_explicit_setting_wins_even_over_a_wrong_database_url() {
    assertThat(
            named(
                Map.of(
                    "DATABASE_URL", "mysql://h/d",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://other:1/d",
                    "quarkus.datasource.username", "you")))
        .contains(
            new DirectDatabase(new DatabaseUrl("jdbc:postgresql://other:1/d", "you", null), false));
  }

  @ParameterizedTest
  @CsvSource({
    "' Production ', dev, true",
    "development, prod, false",
    "'', prod, true",
    ", prod, true",
    ", dev, false"
  })
  void commands_and_starts_agree_on_what_production_is(
      String environment, String profile, boolean production) {
    Map<String, String> settings = new HashMap<>(Map.of("DATABASE_URL", "postgresql://h/d"));
    if (environment != null) {
      settings.put("ENVIRONMENT", environment);
    }
    assertThat(DirectDatabase.named(config(settings, profile)))
        .hasValueSatisfying(database -> assertThat(database.production()).isEqualTo(production));
    var start =
        new SmallRyeConfigBuilder()
            .withProfile(profile)
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .withSources(new DatabaseConfig())
            .addDefaultInterceptors()
            .build();
    assertThat(start.getValue("lecture.database.migrate-at-start", Boolean.class))
        .isEqualTo(production);
  }

  @Test
  void migrations_use_their_own_address_if_one_is_set() {
    var config =
        config(
            Map.of(
                "DATABASE_URL", "postgresql://app@pooler:6432/d",
                "MIGRATION_DATABASE_URL", "postgresql://owner:p$x@server/d"),
            "test");
    assertThat(DirectDatabase.named(config))
        .contains(
            new DirectDatabase(
                new DatabaseUrl("jdbc:postgresql://server:5432/d", "owner", "p$x"),
                false,
                "MIGRATION_DATABASE_URL"));
    assertThat(DirectDatabase.ofApplication(config))
        .contains(
            new DirectDatabase(
                new DatabaseUrl("jdbc:postgresql://pooler:6432/d", "app", null), false));
  }

  @Test
  void a_wrong_address_for_migrations_is_refused_by_the_name_of_its_setting() {
    assertThatThrownBy(() -> named(Map.of("MIGRATION_DATABASE_URL", "mysql://h/d")))
        .hasMessageStartingWith("MIGRATION_DATABASE_URL does not start with postgresql://");
    var unreachable = named(Map.of("MIGRATION_DATABASE_URL", "postgresql://127.0.0.1:1/d"));
    assertThatThrownBy(() -> unreachable.orElseThrow().connect())
        .hasMessageContaining("host and port in MIGRATION_DATABASE_URL");
  }

  @Test
  void without_any_setting_no_database_is_named() {
    assertThat(named(Map.of("DATABASE_URL", " "))).isEmpty();
  }

  @Test
  void a_shown_url_masks_the_password() {
    var database =
        new DirectDatabase(
            new DatabaseUrl("jdbc:postgresql://h:5432/d?sslmode=require", "me", "s3cret"), false);
    assertThat(database.display()).isEqualTo("postgresql://me:***@h:5432/d");
    assertThat(database.toString()).doesNotContain("s3cret");
  }

  private static Optional<DirectDatabase> named(Map<String, String> settings) {
    return DirectDatabase.named(config(settings, "test"));
  }

  private static SmallRyeConfig config(Map<String, String> settings, String profile) {
    return new SmallRyeConfigBuilder()
        .withProfile(profile)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
