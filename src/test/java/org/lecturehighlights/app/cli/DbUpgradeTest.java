package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbUpgradeTest {
  @TempDir Path scripts;
  private Terminal terminal;

  @BeforeEach
  void threeMigrations() {
    terminal = Terminal.withThree(scripts);
  }

  @Test
  void an_upgrade_prints_its_steps_only_to_stderr() {
    assertThat(terminal.db("upgrade"))
        .isEqualTo(
            new Terminal.Output(
                0,
                "",
                """
                Running upgrade  -> 1, first table
                Running upgrade 1 -> 2, second table
                Running upgrade 2 -> 3, a note
                """));
    assertThat(terminal.tables()).containsExactly("one", "two");
  }

  @Test
  void a_second_upgrade_applies_nothing() {
    terminal.succeed("upgrade head");
    assertThat(terminal.db("upgrade head")).isEqualTo(new Terminal.Output(0, "", ""));
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void relative_targets_count_from_the_current_version_or_a_named_one() {
    terminal.succeed("upgrade +1");
    assertThat(terminal.succeed("current")).isEqualTo("1\n");
    terminal.succeed("upgrade ce9ec48516b9+1");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
    terminal.succeed("upgrade head-1");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
  }

  @Test
  void a_step_above_the_head_is_refused() {
    terminal.succeed("upgrade");
    assertThat(terminal.db("upgrade +1"))
        .isEqualTo(
            new Terminal.Output(
                255, "", "FAILED: Relative revision +1 didn't produce 1 migrations\n"));
  }

  @Test
  void an_alembic_revision_and_its_first_characters_are_targets() {
    terminal.succeed("upgrade ce9");
    assertThat(terminal.history()).isEqualTo("SQL 1");
    terminal.succeed("upgrade ce9ec48516b9");
    assertThat(terminal.history()).isEqualTo("SQL 1");
  }

  @Test
  void an_unknown_target_is_refused() {
    assertThat(terminal.db("upgrade 99"))
        .isEqualTo(
            new Terminal.Output(255, "", "FAILED: Can't locate revision identified by '99'\n"));
  }

  @Test
  void a_target_below_the_current_version_changes_nothing() {
    terminal.succeed("upgrade");
    assertThat(terminal.db("upgrade 1")).isEqualTo(new Terminal.Output(0, "", ""));
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_failing_migration_leaves_nothing_and_keeps_the_earlier_ones() {
    terminal.file(
        "migration/V2__second_table.sql",
        "create table two (id int); insert into nowhere values (1);");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err().lines().toList().getLast())
        .startsWith("FAILED: Migration 2 (V2__second_table.sql) failed and was rolled back: ")
        .contains("relation \"nowhere\" does not exist");
    assertThat(terminal.tables()).containsExactly("one");
    assertThat(terminal.succeed("current")).isEqualTo("1\n");
    terminal.file("migration/V2__second_table.sql", "create table two (id int);");
    terminal.succeed("upgrade");
  }

  @Test
  void a_failing_migration_rolls_a_single_transaction_back() {
    terminal.file("migration/V3__a_note.sql", "select 1/0;");
    assertThat(terminal.db("upgrade --single-transaction").code()).isEqualTo(255);
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.succeed("current")).isEmpty();
  }

  @Test
  void a_single_transaction_applies_all() {
    terminal.succeed("upgrade --single-transaction");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void data_that_violates_a_new_constraint_is_named_and_kept() {
    terminal.succeed("upgrade");
    terminal.sql("insert into two values (1), (1)");
    terminal.file(
        "migration/V4__ids_are_unique.sql",
        "alter table two add constraint two_id_once unique (id);");
    assertThat(terminal.db("upgrade").err()).contains("two_id_once");
    assertThat(terminal.rows("select count(*) from two")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table one add column place int not null         | column "place" of relation "one" contains null values
          alter table one alter column note set not null        | column "note" of relation "one" contains null values
          create unique index ix_note on one (coalesce(note, '')) | could not create unique index "ix_note"
          alter table one add constraint high check (id > 1)    | check constraint "high" of relation "one" is violated by some row
          alter table one add constraint home foreign key (id) references two (id) | foreign key constraint "home"
          """)
  void rows_that_a_new_constraint_forbids_stay_and_the_constraint_is_named(
      String change, String named) {
    terminal.file("migration/V2__second_table.sql", "create table two (id int primary key);");
    terminal.succeed("upgrade");
    terminal.sql("insert into one values (1, null), (2, null)");
    terminal.file("migration/V4__rule.sql", "create table four (id int);\n" + change + ";");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err().lines().toList().getLast())
        .startsWith("FAILED: Migration 4 (V4__rule.sql) failed and was rolled back: ")
        .contains(named);
    assertThat(terminal.tables()).containsExactly("one", "two");
    assertThat(terminal.rows("select id from one")).containsExactly("1", "2");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
    terminal.sql("delete from one");
    terminal.succeed("upgrade");
  }

  @Test
  void an_edited_script_is_refused_until_repair_aligns_it() {
    terminal.succeed("upgrade 2");
    terminal.file("migration/V2__second_table.sql", "create table two (id int); -- edited");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith("FAILED: Migration checksum mismatch for migration version 2")
        .contains("db repair");
    assertThat(terminal.succeed("repair")).isEqualTo("Aligned 2\n");
    terminal.succeed("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void repair_does_not_touch_the_versions_of_a_newer_package() {
    terminal.succeed("upgrade");
    terminal.without("migration/V3__a_note.sql");
    assertThat(terminal.succeed("repair")).isEmpty();
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_late_lower_version_needs_out_of_order() {
    terminal.without("migration/V2__second_table.sql");
    terminal.succeed("upgrade");
    terminal.file("migration/V2__second_table.sql", "create table two (id int);");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err()).contains("2").contains("not applied");
    terminal.succeed("upgrade --out-of-order");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 3, SQL 2");
  }

  @Test
  void a_misnamed_script_is_refused() {
    terminal.file("migration/V4_one_underscore.sql", "select 1;");
    assertThat(terminal.db("upgrade").err()).contains("V4_one_underscore.sql");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void tables_without_history_are_not_touched_and_the_solution_is_named() {
    terminal.sql("create table jobs (id int)");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("db adopt", "db stamp");
    assertThat(terminal.tables()).containsExactly("jobs");
  }

  @Test
  void placeholders_in_scripts_are_not_replaced() {
    terminal.file("migration/V4__a_view.sql", "create view v as select '${not_ours}'::text as t;");
    terminal.succeed("upgrade");
    assertThat(terminal.rows("select t from v")).containsExactly("${not_ours}");
  }

  @Test
  void an_index_can_be_built_concurrently() {
    terminal.file("migration/V4__index.sql", "create index concurrently ix_two_id on two (id);");
    terminal.succeed("upgrade");
    assertThat(
            terminal.rows(
                "select indisvalid from pg_index where indexrelid = 'ix_two_id'::regclass"))
        .containsExactly("t");
  }
}
