package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;

class DbDowngradeTest {
  @TempDir Path scripts;
  private Terminal terminal;

  @BeforeEach
  void threeMigrationsApplied() {
    terminal = Terminal.withThree(scripts);
    terminal.succeed("upgrade");
  }

  @Test
  void a_downgrade_is_printed_and_recorded() {
    assertThat(terminal.db("downgrade -1"))
        .isEqualTo(new Terminal.Output(0, "", "Running downgrade 3 -> 2, a note\n"));
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, DELETE 3");
    assertThat(
            terminal.rows(
                "select script || ' ' || installed_by from flyway_schema_history where type = 'DELETE'"))
        .containsExactly("U3__a_note.sql postgres");
  }

  @Test
  void a_version_or_an_alembic_revision_is_a_target() {
    terminal.succeed("downgrade 2");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
    terminal.succeed("downgrade ce9ec48516b9");
    assertThat(terminal.succeed("current")).isEqualTo("1\n");
    terminal.succeed("upgrade");
    terminal.succeed("downgrade ce9");
    assertThat(terminal.tables()).containsExactly("one");
    terminal.succeed("upgrade");
    terminal.succeed("downgrade head-2");
    assertThat(terminal.succeed("current")).isEqualTo("1\n");
  }

  @Test
  void a_downgrade_to_base_undoes_everything_and_an_upgrade_restores_it_while_the_history_grows()
      throws SQLException {
    String before = fingerprint();
    terminal.succeed("downgrade base");
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.succeed("current")).isEmpty();
    terminal.succeed("upgrade head");
    assertThat(fingerprint()).isEqualTo(before);
    assertThat(terminal.history())
        .isEqualTo("SQL 1, SQL 2, SQL 3, DELETE 3, DELETE 2, DELETE 1, SQL 1, SQL 2, SQL 3");
    assertThat(terminal.db("verify").code()).isZero();
  }

  private String fingerprint() throws SQLException {
    try (Connection connection = terminal.database().connect()) {
      return SchemaFingerprint.of(connection);
    }
  }

  @Test
  void downgrades_to_base_at_base_and_to_the_current_version_change_nothing() {
    assertThat(terminal.db("downgrade 3")).isEqualTo(new Terminal.Output(0, "", ""));
    terminal.succeed("downgrade base");
    assertThat(terminal.db("downgrade base")).isEqualTo(new Terminal.Output(0, "", ""));
  }

  @Test
  void an_empty_database_is_at_base_already() {
    assertThat(Terminal.withThree(scripts).db("downgrade base"))
        .isEqualTo(new Terminal.Output(0, "", ""));
  }

  @Test
  void more_steps_than_there_are_change_nothing() {
    assertThat(terminal.db("downgrade -4"))
        .isEqualTo(
            new Terminal.Output(
                255, "", "FAILED: Relative revision -4 didn't produce 4 migrations\n"));
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
    terminal.succeed("downgrade base");
    assertThat(terminal.db("downgrade -1").err())
        .isEqualTo("FAILED: Relative revision -1 didn't produce 1 migrations\n");
  }

  @Test
  void an_unknown_target_is_refused() {
    assertThat(terminal.db("downgrade x"))
        .isEqualTo(
            new Terminal.Output(255, "", "FAILED: Can't locate revision identified by 'x'\n"));
  }

  @Test
  void a_target_above_is_refused() {
    terminal.succeed("downgrade 1");
    assertThat(terminal.db("downgrade 3").err())
        .isEqualTo(
            "FAILED: Revision 3 is not applied, and a downgrade cannot apply it: use 'db "
                + "upgrade'\n");
  }

  @Test
  void a_misspelt_option_is_not_taken_for_a_target() {
    assertThat(terminal.db("downgrade --yess").code()).isEqualTo(2);
  }

  @Test
  void a_missing_undo_script_is_named_before_anything_runs() {
    terminal.without("undo/U2__second_table.sql");
    var result = terminal.db("downgrade base");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .startsWith(
            "FAILED: Revision 2 cannot be undone: there is no db/undo/U2__second_table.sql");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void an_undo_script_of_another_description_does_not_count() {
    terminal.without("undo/U3__a_note.sql");
    terminal.file("undo/U3__another_note.sql", "alter table one drop column note;");
    assertThat(terminal.db("downgrade -1").err()).contains("U3__a_note.sql");
  }

  @Test
  void an_irreversible_migration_stays_and_says_why() {
    terminal.file("undo/U2__second_table.sql", "-- irreversible: the rows are gone\nselect 1;");
    assertThat(terminal.db("downgrade base"))
        .isEqualTo(
            new Terminal.Output(
                255, "", "FAILED: Revision 2 is irreversible: the rows are gone\n"));
    assertThat(terminal.db("downgrade 3:base --sql").err()).contains("the rows are gone");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_failing_undo_script_rolls_the_whole_run_back() {
    terminal.sql("create view v as select id from two");
    var result = terminal.db("downgrade base");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .contains("U2__second_table.sql", "nothing was changed", "view v depends on");
    assertThat(terminal.rows("select note from one")).isEmpty();
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_table_in_use_does_not_block_a_downgrade_for_ever() throws SQLException {
    try (Connection reader = terminal.database().connect();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("lock table one in access share mode");
      Terminal.Output result = terminal.db("downgrade base");
      assertThat(result.code()).isNotZero();
      assertThat(result.err()).contains("lock timeout");
      reader.rollback();
    }
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void objects_made_by_hand_survive() {
    terminal.sql("create table mine (id int)");
    terminal.sql("create view my_view as select 1 as x");
    terminal.succeed("downgrade base");
    assertThat(terminal.tables()).containsExactly("mine");
    assertThat(terminal.rows("select x from my_view")).containsExactly("1");
  }

  @Test
  void the_migration_that_was_applied_last_is_undone_first() {
    terminal.succeed("downgrade base");
    Terminal other = Terminal.withThree(scripts);
    other.without("migration/V2__second_table.sql");
    other.succeed("upgrade");
    other.file("migration/V2__second_table.sql", "create table two (id int);");
    other.succeed("upgrade --out-of-order");
    other.succeed("downgrade -1");
    assertThat(other.history()).isEqualTo("SQL 1, SQL 3, SQL 2, DELETE 2");
  }

  @Test
  void a_version_of_a_newer_package_cannot_be_undone_by_this_one() {
    terminal.without("migration/V3__a_note.sql");
    assertThat(terminal.db("downgrade base").err())
        .isEqualTo("FAILED: Can't locate revision identified by '3'\n");
  }

  @Test
  void production_requires_a_confirmation() {
    var result = terminal.inProduction().db("downgrade -1");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err()).contains("--yes");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
    terminal.succeed("downgrade -1 --yes");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
  }

  @Test
  void reset_requires_a_confirmation_and_never_works_in_production() {
    assertThat(terminal.db("reset").err()).contains("--yes").doesNotContain("s3cret");
    assertThat(terminal.tables()).containsExactly("one", "two");
    assertThat(terminal.another().inProduction().db("reset --yes").code()).isEqualTo(255);
    assertThat(terminal.tables()).containsExactly("one", "two");
    terminal.succeed("reset --yes");
    assertThat(terminal.tables()).isEmpty();
    terminal.succeed("upgrade head");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }
}
