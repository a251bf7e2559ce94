package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;

/** Scripts that must not run in a transaction. A failure would be a hang, hence the time limit. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DbOutsideTransactionTest {
  private static final String VALID =
      "select indexrelid::regclass || ' ' || indisvalid from pg_index"
          + " where indexrelid::regclass::text like 'ix_two%'";

  @TempDir Path scripts;
  private Terminal terminal;

  @BeforeEach
  void aFourthMigrationThatBuildsAnIndexConcurrently() {
    terminal =
        Terminal.withThree(scripts)
            .file(
                "migration/V4__index.sql",
                "set lock_timeout = 0;\ncreate index concurrently ix_two_id on two (id);\n")
            .file("migration/V4__index.sql.conf", "executeInTransaction=false\n")
            .file("undo/U4__index.sql", "reset lock_timeout;\ndrop index concurrently ix_two_id;\n")
            .file("undo/U4__index.sql.conf", "executeInTransaction = false\n")
            .file("migration/V5__a_place.sql", "alter table two add column place int;")
            .file("undo/U5__a_place.sql", "alter table two drop column place;");
  }

  @Test
  void a_marked_script_is_applied_undone_alone_and_applied_again() {
    terminal.succeed("upgrade 4");
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id true");
    assertThat(terminal.db("downgrade -1"))
        .isEqualTo(new Terminal.Output(0, "", "Running downgrade 4 -> 3, index\n"));
    assertThat(terminal.rows(VALID)).isEmpty();
    terminal.succeed("upgrade");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, SQL 4, DELETE 4, SQL 4, SQL 5");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void a_script_with_only_such_statements_needs_no_mark() {
    terminal
        .file("migration/V6__another.sql", "create index concurrently ix_two_place on two (place);")
        .file("undo/U6__another.sql", "drop index concurrently ix_two_place;");
    terminal.succeed("upgrade");
    terminal.succeed("downgrade 5");
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id true");
  }

  @Test
  void a_downgrade_with_a_step_outside_a_transaction_is_refused_and_says_how_to_split_it() {
    terminal.succeed("upgrade");
    var result = terminal.db("downgrade 3");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .isEqualTo(
            "FAILED: Revision 4 is undone outside a transaction (db/undo/U4__index.sql), which"
                + " must be a step of its own: first 'db downgrade 4', then 'db downgrade -1', then"
                + " this downgrade again. Nothing was changed\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, SQL 4, SQL 5");
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id true");

    terminal.succeed("downgrade 4");
    assertThat(terminal.db("downgrade base").err()).contains("of its own: 'db downgrade -1', then");
    terminal.succeed("downgrade -1");
    terminal.succeed("downgrade base");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void a_single_transaction_refuses_a_migration_that_runs_outside() {
    assertThat(terminal.db("upgrade --single-transaction").err())
        .isEqualTo(
            "FAILED: Migration 4 (V4__index.sql) runs outside a transaction: upgrade without"
                + " --single-transaction. Nothing was changed\n");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void a_mixed_script_without_a_mark_is_refused_before_anything_runs() {
    terminal.without("migration/V4__index.sql.conf");
    assertThat(terminal.db("upgrade").err())
        .startsWith(
            "FAILED: db/migration/V4__index.sql contains both statements that must run "
                + "in a transaction and")
        .contains("db/migration/V4__index.sql.conf");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void a_failure_halfway_is_reported_as_such_and_repaired() {
    terminal.succeed("upgrade 3");
    terminal.sql("insert into two values (1), (1)");
    terminal.file(
        "migration/V4__index.sql", "create unique index concurrently ix_two_id on two (id);\n");
    assertThat(terminal.db("upgrade").err())
        .contains("FAILED: Migration 4 (V4__index.sql) failed outside a transaction: ")
        .contains("ix_two_id", "db repair")
        .doesNotContain("rolled back");
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id false");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
    assertThat(terminal.db("upgrade").err())
        .startsWith("FAILED: Migration 4 (")
        .contains("failed halfway in an earlier attempt", "db repair")
        .hasLineCount(1);

    terminal.sql("drop index ix_two_id; delete from two");
    assertThat(terminal.succeed("repair")).isEqualTo("Removed the failed 4\n");
    terminal.succeed("upgrade");
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id true");
  }

  @Test
  void a_failing_undo_script_names_its_line_and_can_be_repeated() {
    terminal.succeed("upgrade 4");
    terminal.file(
        "undo/U4__index.sql",
        "drop index concurrently if exists ix_two_id;\n\nselect id from nowhere;\n");
    assertThat(terminal.db("downgrade -1").err())
        .contains("Undoing 4 (U4__index.sql) failed at line 3", "\"nowhere\" does not exist");
    assertThat(terminal.succeed("current")).isEqualTo("4\n");
    terminal.file("undo/U4__index.sql", "drop index concurrently if exists ix_two_id;\n");
    terminal.succeed("downgrade -1");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
  }

  @Test
  void printed_scripts_leave_the_transaction_for_it_in_both_directions() throws SQLException {
    var online = terminal.another().at(Terminal.empty(scripts).database());
    online.succeed("upgrade");
    String down = terminal.succeed("downgrade 5:3 --sql");
    asPsql(terminal.succeed("upgrade --sql"));
    assertThat(terminal.rows(VALID)).containsExactly("ix_two_id true");
    assertThat(fingerprint(terminal)).isEqualTo(fingerprint(online));
    assertThat(terminal.succeed("current")).isEqualTo("5 (head)\n");
    assertThat(terminal.db("upgrade")).isEqualTo(new Terminal.Output(0, "", ""));

    asPsql(down);
    assertThat(terminal.rows(VALID)).isEmpty();
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
    assertThat(terminal.rows("select count(*) from pg_locks where locktype = 'advisory'"))
        .containsExactly("0");
  }

  /** One statement after the other in one session. */
  private void asPsql(String script) throws SQLException {
    try (Connection session = terminal.database().connect();
        var statement = session.createStatement()) {
      for (SqlStatement next : SqlScript.statements(script)) {
        statement.execute(next.text());
      }
    }
  }

  private static String fingerprint(Terminal terminal) throws SQLException {
    try (Connection connection = terminal.database().connect()) {
      return SchemaFingerprint.of(connection);
    }
  }
}
