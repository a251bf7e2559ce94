package org.lecturehighlights.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

  @Test
  void only_the_environment_production_is_production() {
    var url = "postgresql://h/d";
    assertThat(named(Map.of("DATABASE_URL", url, "ENVIRONMENT", " Production ")))
        .hasValueSatisfying(database -> assertThat(database.production()).isTrue());
    assertThat(named(Map.of("DATABASE_URL", url, "ENVIRONMENT", "development")))
        .hasValueSatisfying(database -> assertThat(database.production()).isFalse());
  }

  @Test
  void without_any_setting_there_is_none() {
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
    return DirectDatabase.named(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }
}
