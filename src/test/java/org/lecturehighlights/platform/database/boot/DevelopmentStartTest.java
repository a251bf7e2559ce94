package org.lecturehighlights.platform.database.boot;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.migrate.Downgrade;
import org.lecturehighlights.platform.database.migrate.Upgrade;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** A start that is not asked to migrate leaves that to the operator, and readiness says so. */
@QuarkusTest
@TestProfile(DevelopmentStartTest.Development.class)
class DevelopmentStartTest {
  private static final MigrationScripts SCRIPTS = MigrationScripts.onClassPath();
  private static final Migration HEAD = SCRIPTS.head().orElseThrow();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OURS = "checks.find { it.name == 'Database migrations' }.";

  public static final class Development implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ENVIRONMENT", "development", "lecture.roles", "api");
    }

    /** The database of all other tests has every migration. */
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(UnmigratedPostgres.class));
    }
  }

  @Test
  void readiness_names_pending_migrations_until_the_operator_has_migrated() {
    var database = DirectDatabase.configured();
    when()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body(OURS + "status", equalTo("DOWN"))
        .body(OURS + "data.version", equalTo("none"))
        .body(
            OURS + "data.pending",
            allOf(
                containsString("V1__initial_migration_with_all_tables.sql, V2__widen_sizes.sql"),
                containsString(HEAD.upName())));

    new Upgrade(database, SCRIPTS, line -> {})
        .to("head", new Upgrade.Options(false, false, PATIENCE));
    when()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(OURS + "status", equalTo("UP"))
        .body(OURS + "data.version", equalTo(HEAD.version()))
        .body(OURS + "data.pending", nullValue());

    new Downgrade(database, SCRIPTS, line -> {}).to("-1", false, PATIENCE);
    when()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body(OURS + "data.pending", equalTo(HEAD.upName()));
  }
}
