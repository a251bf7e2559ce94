package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.adopt.AdoptDatabase;
import org.lecturehighlights.platform.database.script.Migration;

/** The versions of PostgreSQL that we support besides 18, on which every other test runs. */
class PostgresVersionsTest {
  private static final Map<Integer, OlderPostgres> SERVERS = new HashMap<>();

  @AfterAll
  static void stop() throws IOException {
    for (OlderPostgres server : SERVERS.values()) {
      server.close();
    }
    SERVERS.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17})
  void the_server_has_the_version_of_the_test(int version) throws Exception {
    assertThat(fresh(version).ask("show server_version")).startsWith(version + ".");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17})
  void each_migration_makes_the_recorded_schema(int version) throws Exception {
    var database = fresh(version);
    for (Migration migration : SCRIPTS.all()) {
      assertThat(database.upgrade(migration.version()).fingerprint())
          .as(migration.upName())
          .isEqualTo(SCRIPTS.schemaAfter(migration.version()).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17})
  void the_schema_goes_to_head_to_base_and_to_head_again(int version) throws Exception {
    var database = fresh(version);
    String empty = database.fingerprint();
    assertThat(database.upgrade("head").fingerprint()).isEqualTo(head());
    assertThat(database.downgrade("base").fingerprint()).isEqualTo(empty);
    assertThat(database.upgrade("head").fingerprint()).isEqualTo(head());
    assertThat(
            database.query(
                """
                select type || ' ' || count(*) from flyway_schema_history
                group by type order by type
                """))
        .containsExactly("DELETE " + SCRIPTS.all().size(), "SQL " + 2 * SCRIPTS.all().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17})
  void a_legacy_database_is_adopted_with_its_rows(int version) throws Exception {
    var database = fresh(version).asAlembicLeavesIt();
    database.execute(
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
        select 'job_' || n, n || '.mp4', n, 'video/mp4', 'uploads/job_' || n, 'completed', now(), now()
          from generate_series(1, 100) n
        """);
    String adopted =
        new AdoptDatabase(database.direct(), SCRIPTS, line -> {}).adopt(Duration.ofSeconds(30));
    assertThat(adopted).isEqualTo("1");
    assertThat(database.upgrade("head").fingerprint()).isEqualTo(head());
    assertThat(database.query("select count(*) || ' ' || sum(file_size) from jobs"))
        .isEqualTo(List.of("100 5050"));
  }

  private static SchemaDatabase fresh(int version) throws Exception {
    OlderPostgres server = SERVERS.get(version);
    if (server == null) {
      server = OlderPostgres.start(version);
      SERVERS.put(version, server);
    }
    return server.fresh();
  }

  private static String head() {
    return SCRIPTS.schemaAfter(SCRIPTS.head().orElseThrow().version()).orElseThrow();
  }
}
