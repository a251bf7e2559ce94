package org.lecturehighlights.platform.database.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SchemaDatabase;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class AdoptDatabaseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_legacy_database_is_stamped_and_migrated_with_its_rows() {
    var database = SchemaDatabase.ofAlembic();
    database.execute(
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
        select 'job_' || n, n || '.mp4', n, 'video/mp4', 'uploads/job_' || n, 'completed', now(), now()
          from generate_series(1, 1000) n
        """);
    assertThat(adopt(database)).isEqualTo("1");
    assertThat(history(database)).isEqualTo("1 SQL V1__initial_migration_with_all_tables.sql true");
    database.upgrade("head");
    assertThat(database.fingerprint())
        .isEqualTo(new SchemaDatabase().upgrade("head").fingerprint());
    assertThat(database.ask("select count(*) || ' ' || sum(file_size) from jobs"))
        .isEqualTo("1000 500500");
  }

  @Test
  void the_stamp_has_the_checksum_that_running_the_script_gives() {
    String checksums =
        "select string_agg(checksum::text, ' ') from flyway_schema_history where version = '1'";
    var adopted = SchemaDatabase.ofAlembic();
    adopt(adopted);
    assertThat(adopted.ask(checksums)).isEqualTo(new SchemaDatabase().upgrade("1").ask(checksums));
  }

  @Test
  void alembics_own_table_is_not_changed() {
    var database = SchemaDatabase.ofAlembic();
    adopt(database);
    database.upgrade("head").downgrade("1");
    assertThat(database.query("select version_num from alembic_version"))
        .containsExactly("ce9ec48516b9");
    assertThat(database.fingerprint()).isEqualTo(SchemaDatabase.ofAlembic().fingerprint());
  }

  @Test
  void legacy_tables_made_without_alembic_are_adopted_too() {
    var database = SchemaDatabase.ofAlembic();
    database.execute("drop table alembic_version");
    assertThat(adopt(database)).isEqualTo("1");
    assertThat(database.upgrade("head").fingerprint())
        .isEqualTo(SCRIPTS.schemaAfter(SCRIPTS.head().orElseThrow().version()).orElseThrow());
  }

  @Test
  void a_drifted_database_is_refused_with_every_difference_named() {
    var database = SchemaDatabase.ofAlembic();
    database.execute(
        """
        alter table jobs alter file_size type bigint;
        alter table clips drop column topic;
        drop index ix_jobs_status;
        create table users (id integer);
        alter table transcripts drop constraint transcripts_job_id_fkey
        """);
    assertThat(refusal(database))
        .contains("version 1 (Alembic's ce9ec48516b9)")
        .contains("column jobs.file_size is bigint not null instead of integer not null")
        .contains("column clips.topic is missing (character varying(500))")
        .contains("index jobs.ix_jobs_status is missing (btree (status))")
        .contains("table users is not expected (plain)")
        .contains("constraint transcripts.transcripts_job_id_fkey is missing");
    assertThat(database.ask("select to_regclass('flyway_schema_history')")).isEqualTo("null");
  }

  @Test
  void an_unknown_revision_is_refused() {
    var database = SchemaDatabase.ofAlembic();
    database.execute("update alembic_version set version_num = '3105335fb7e4'");
    assertThat(refusal(database))
        .contains("names revision '3105335fb7e4', which no migration here equals")
        .contains("ce9ec48516b9");
  }

  @Test
  void an_alembic_table_without_a_row_is_refused() {
    var database = SchemaDatabase.ofAlembic();
    database.execute("delete from alembic_version");
    assertThat(refusal(database)).contains("alembic_version has no row");
  }

  @Test
  void an_alembic_table_with_two_rows_is_refused() {
    var database = SchemaDatabase.ofAlembic();
    database.execute("insert into alembic_version values ('3105335fb7e4')");
    assertThat(refusal(database))
        .contains("alembic_version has 2 rows (3105335fb7e4, ce9ec48516b9) instead of one");
  }

  @Test
  void a_database_with_both_tables_is_refused() {
    var database = SchemaDatabase.ofAlembic();
    adopt(database);
    database.upgrade("3");
    assertThat(refusal(database))
        .contains("both tables, alembic_version and flyway_schema_history (at version 3)")
        .contains("adopted already");
  }

  @Test
  void a_database_with_a_history_is_refused() {
    assertThat(refusal(new SchemaDatabase().upgrade("head")))
        .contains(
            "has a history of migrations already (at version %s)"
                .formatted(SCRIPTS.head().orElseThrow().version()));
  }

  @Test
  void an_empty_database_is_refused() {
    assertThat(refusal(new SchemaDatabase())).contains("The database is empty");
  }

  @Test
  void an_adoption_that_was_killed_after_it_made_the_history_is_repeated() {
    var database = SchemaDatabase.ofAlembic();
    adopt(database);
    database.execute("delete from flyway_schema_history");
    assertThat(adopt(database)).isEqualTo("1");
    assertThat(history(database)).startsWith("1 SQL");
  }

  private static String adopt(SchemaDatabase database) {
    return new AdoptDatabase(database.direct(), SCRIPTS, line -> {}).adopt(PATIENCE);
  }

  private static String refusal(SchemaDatabase database) {
    var problem = catchThrowableOfType(Problem.class, () -> adopt(database));
    assertThat(problem).isNotNull();
    assertThat(problem.kind()).isEqualTo(ProblemKind.MIGRATION_REFUSED);
    return problem.detail();
  }

  private static String history(SchemaDatabase database) {
    return database.ask(
        """
        select string_agg(concat_ws(' ', version, type, script, case when success then 'true' end), ', ' order by installed_rank)
          from flyway_schema_history where version is not null
        """);
  }
}
