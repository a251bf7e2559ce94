package org.lecturehighlights.platform.database.boot;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.ThrowawayPostgres;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** {@code ENVIRONMENT=production} on a legacy database, with the engine running. */
@QuarkusTest
@TestProfile(ProductionStartTest.Production.class)
class ProductionStartTest {
  @Inject DataSource database;

  public static final class Production implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ENVIRONMENT", "production", "lecture.security.enabled", "false");
    }

    /** The database of all other tests has every migration. */
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              UnmigratedPostgres.class, Map.of(UnmigratedPostgres.OF_ALEMBIC, "true")));
    }
  }

  @Test
  void the_start_adopts_migrates_and_becomes_ready() throws SQLException {
    var scripts = MigrationScripts.onClassPath();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThat(SchemaFingerprint.of(connection))
          .isEqualTo(scripts.schemaAfter(scripts.head().orElseThrow().version()).orElseThrow());
      try (var rows = statement.executeQuery("select version_num from alembic_version")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("ce9ec48516b9");
      }
    }
    when().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void the_start_migrates_through_the_address_of_migrations_and_works_through_the_other()
      throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select distinct installed_by, current_user from flyway_schema_history")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(UnmigratedPostgres.MIGRATOR);
      assertThat(rows.getString(2)).isEqualTo(ThrowawayPostgres.USER);
      assertThat(rows.next()).isFalse();
    }
  }
}
