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
    terminal.good("upgrade");
  }

  @Test
  void a_step_down_tells_itself_and_is_recorded() {
    assertThat(terminal.db("downgrade -1"))
        .isEqualTo(new Terminal.Said(0, "", "Running downgrade 3 -> 2, a note\n"));
    assertThat(terminal.good("current")).isEqualTo("2\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, DELETE 3");
    assertThat(
            terminal.rows(
                "select script || ' ' || installed_by from flyway_schema_history where type = 'DELETE'"))
        .containsExactly("U3__a_note.sql postgres");
  }

  @Test
  void a_version_or_an_alembic_revision_is_a_target() {
    terminal.good("downgrade 2");
    assertThat(terminal.good("current")).isEqualTo("2\n");
    terminal.good("downgrade ce9ec48516b9");
    assertThat(terminal.good("current")).isEqualTo("1\n");
    terminal.good("upgrade");
    terminal.good("downgrade ce9");
    assertThat(terminal.tables()).containsExactly("one");
    terminal.good("upgrade");
    terminal.good("downgrade head-2");
    assertThat(terminal.good("current")).isEqualTo("1\n");
  }

  @Test
  void base_undoes_everything_and_upgrade_brings_it_back_while_the_history_grows()
      throws SQLException {
    String before = fingerprint();
    terminal.good("downgrade base");
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.good("current")).isEmpty();
    terminal.good("upgrade head");
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
  void base_at_base_and_the_current_version_change_nothing() {
    assertThat(terminal.db("downgrade 3")).isEqualTo(new Terminal.Said(0, "", ""));
    terminal.good("downgrade base");
    assertThat(terminal.db("downgrade base")).isEqualTo(new Terminal.Said(0, "", ""));
  }

  @Test
  void base_of_an_empty_database_is_where_it_is() {
    assertThat(Terminal.withThree(scripts).db("downgrade base"))
        .isEqualTo(new Terminal.Said(0, "", ""));
  }

  @Test
  void more_steps_than_there_are_change_nothing() {
    assertThat(terminal.db("downgrade -4"))
        .isEqualTo(
            new Terminal.Said(
                255, "", "FAILED: Relative revision -4 didn't produce 4 migrations\n"));
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
    terminal.good("downgrade base");
    assertThat(terminal.db("downgrade -1").err())
        .isEqualTo("FAILED: Relative revision -1 didn't produce 1 migrations\n");
  }

  @Test
  void an_unknown_target_is_refused() {
    assertThat(terminal.db("downgrade x"))
        .isEqualTo(new Terminal.Said(255, "", "FAILED: Can't locate revision identified by 'x'\n"));
  }

  @Test
  void a_target_above_is_refused() {
    terminal.good("downgrade 1");
    assertThat(terminal.db("downgrade 3").err())
        .isEqualTo("FAILED: Revision 3 is not applied: a downgrade goes down only\n");
  }

  @Test
  void a_misspelt_option_is_not_taken_for_a_target() {
    assertThat(terminal.db("downgrade --yess").code()).isEqualTo(2);
  }

  @Test
  void a_missing_undo_script_is_named_before_anything_runs() {
    terminal.without("undo/U2__second_table.sql");
    var said = terminal.db("downgrade base");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err())
        .startsWith(
            "FAILED: Revision 2 cannot be undone: there is no db/undo/U2__second_table.sql");
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
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
            new Terminal.Said(255, "", "FAILED: Revision 2 is irreversible: the rows are gone\n"));
    assertThat(terminal.db("downgrade 3:base --sql").err()).contains("the rows are gone");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_failing_undo_script_takes_the_whole_run_back() {
    terminal.sql("create view v as select id from two");
    var said = terminal.db("downgrade base");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err())
        .contains("U2__second_table.sql", "nothing was changed", "view v depends on");
    assertThat(terminal.rows("select note from one")).isEmpty();
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_table_in_use_does_not_hold_it_for_ever() throws SQLException {
    try (Connection reader = terminal.database().connect();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("lock table one in access share mode");
      Terminal.Said said = terminal.db("downgrade base");
      assertThat(said.code()).isNotZero();
      assertThat(said.err()).contains("lock timeout");
      reader.rollback();
    }
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void objects_made_by_hand_survive() {
    terminal.sql("create table mine (id int)");
    terminal.sql("create view my_view as select 1 as x");
    terminal.good("downgrade base");
    assertThat(terminal.tables()).containsExactly("mine");
    assertThat(terminal.rows("select x from my_view")).containsExactly("1");
  }

  @Test
  void what_came_late_goes_first() {
    terminal.good("downgrade base");
    Terminal other = Terminal.withThree(scripts);
    other.without("migration/V2__second_table.sql");
    other.good("upgrade");
    other.file("migration/V2__second_table.sql", "create table two (id int);");
    other.good("upgrade --out-of-order");
    other.good("downgrade -1");
    assertThat(other.history()).isEqualTo("SQL 1, SQL 3, SQL 2, DELETE 2");
  }

  @Test
  void a_version_of_a_newer_package_cannot_be_undone_by_this_one() {
    terminal.without("migration/V3__a_note.sql");
    assertThat(terminal.db("downgrade base").err())
        .isEqualTo("FAILED: Can't locate revision identified by '3'\n");
  }

  @Test
  void production_wants_a_confirmation() {
    var said = terminal.inProduction().db("downgrade -1");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err()).contains("--yes");
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
    terminal.good("downgrade -1 --yes");
    assertThat(terminal.good("current")).isEqualTo("2\n");
  }

  @Test
  void reset_wants_a_confirmation_and_never_works_in_production() {
    assertThat(terminal.db("reset").err()).contains("--yes").doesNotContain("s3cret");
    assertThat(terminal.tables()).containsExactly("one", "two");
    assertThat(terminal.another().inProduction().db("reset --yes").code()).isEqualTo(255);
    assertThat(terminal.tables()).containsExactly("one", "two");
    terminal.good("reset --yes");
    assertThat(terminal.tables()).isEmpty();
    terminal.good("upgrade head");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }
}
