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
  void an_upgrade_tells_its_steps_on_stderr_alone() {
    assertThat(terminal.db("upgrade"))
        .isEqualTo(
            new Terminal.Said(
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
    terminal.good("upgrade head");
    assertThat(terminal.db("upgrade head")).isEqualTo(new Terminal.Said(0, "", ""));
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void relative_targets_count_from_the_current_version_or_a_named_one() {
    terminal.good("upgrade +1");
    assertThat(terminal.good("current")).isEqualTo("1\n");
    terminal.good("upgrade ce9ec48516b9+1");
    assertThat(terminal.good("current")).isEqualTo("2\n");
    terminal.good("upgrade head-1");
    assertThat(terminal.good("current")).isEqualTo("2\n");
  }

  @Test
  void one_more_at_the_head_is_refused() {
    terminal.good("upgrade");
    assertThat(terminal.db("upgrade +1"))
        .isEqualTo(
            new Terminal.Said(
                255, "", "FAILED: Relative revision +1 didn't produce 1 migrations\n"));
  }

  @Test
  void an_alembic_revision_and_its_beginning_are_targets() {
    terminal.good("upgrade ce9");
    assertThat(terminal.history()).isEqualTo("SQL 1");
    terminal.good("upgrade ce9ec48516b9");
    assertThat(terminal.history()).isEqualTo("SQL 1");
  }

  @Test
  void an_unknown_target_is_refused() {
    assertThat(terminal.db("upgrade 99"))
        .isEqualTo(
            new Terminal.Said(255, "", "FAILED: Can't locate revision identified by '99'\n"));
  }

  @Test
  void a_target_below_the_current_version_changes_nothing() {
    terminal.good("upgrade");
    assertThat(terminal.db("upgrade 1")).isEqualTo(new Terminal.Said(0, "", ""));
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_failing_migration_keeps_the_earlier_ones_and_nothing_of_itself() {
    terminal.file(
        "migration/V2__second_table.sql",
        "create table two (id int); insert into nowhere values (1);");
    var said = terminal.db("upgrade");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err().lines().toList().getLast())
        .startsWith("FAILED: Migration 2 (V2__second_table.sql) failed, nothing of it was kept: ")
        .contains("relation \"nowhere\" does not exist");
    assertThat(terminal.tables()).containsExactly("one");
    assertThat(terminal.good("current")).isEqualTo("1\n");
    terminal.file("migration/V2__second_table.sql", "create table two (id int);");
    terminal.good("upgrade");
  }

  @Test
  void a_failing_migration_of_a_single_transaction_takes_all_back() {
    terminal.file("migration/V3__a_note.sql", "select 1/0;");
    assertThat(terminal.db("upgrade --single-transaction").code()).isEqualTo(255);
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.good("current")).isEmpty();
  }

  @Test
  void a_single_transaction_applies_all() {
    terminal.good("upgrade --single-transaction");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void data_that_breaks_a_new_rule_is_named_and_kept() {
    terminal.good("upgrade");
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
  void rows_that_a_migration_forbids_stay_and_the_rule_is_named(String change, String named) {
    terminal.file("migration/V2__second_table.sql", "create table two (id int primary key);");
    terminal.good("upgrade");
    terminal.sql("insert into one values (1, null), (2, null)");
    terminal.file("migration/V4__rule.sql", "create table four (id int);\n" + change + ";");
    var said = terminal.db("upgrade");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err().lines().toList().getLast())
        .startsWith("FAILED: Migration 4 (V4__rule.sql) failed, nothing of it was kept: ")
        .contains(named);
    assertThat(terminal.tables()).containsExactly("one", "two");
    assertThat(terminal.rows("select id from one")).containsExactly("1", "2");
    assertThat(terminal.good("current")).isEqualTo("3\n");
    terminal.sql("delete from one");
    terminal.good("upgrade");
  }

  @Test
  void an_edited_script_is_refused_until_repair_aligns_it() {
    terminal.good("upgrade 2");
    terminal.file("migration/V2__second_table.sql", "create table two (id int); -- edited");
    var said = terminal.db("upgrade");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err())
        .startsWith("FAILED: Migration checksum mismatch for migration version 2")
        .contains("db repair");
    assertThat(terminal.good("repair")).isEqualTo("Aligned 2\n");
    terminal.good("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void repair_leaves_the_versions_of_a_newer_package_alone() {
    terminal.good("upgrade");
    terminal.without("migration/V3__a_note.sql");
    assertThat(terminal.good("repair")).isEmpty();
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void a_late_lower_version_needs_out_of_order() {
    terminal.without("migration/V2__second_table.sql");
    terminal.good("upgrade");
    terminal.file("migration/V2__second_table.sql", "create table two (id int);");
    assertThat(terminal.good("current")).isEqualTo("3\n");
    var said = terminal.db("upgrade");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err()).contains("2").contains("not applied");
    terminal.good("upgrade --out-of-order");
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 3, SQL 2");
  }

  @Test
  void a_misnamed_script_is_refused() {
    terminal.file("migration/V4_one_underscore.sql", "select 1;");
    assertThat(terminal.db("upgrade").err()).contains("V4_one_underscore.sql");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void tables_without_history_are_not_touched_and_the_way_out_is_named() {
    terminal.sql("create table jobs (id int)");
    var said = terminal.db("upgrade");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).contains("db adopt", "db stamp");
    assertThat(terminal.tables()).containsExactly("jobs");
  }

  @Test
  void placeholders_in_scripts_are_left_alone() {
    terminal.file("migration/V4__a_view.sql", "create view v as select '${not_ours}'::text as t;");
    terminal.good("upgrade");
    assertThat(terminal.rows("select t from v")).containsExactly("${not_ours}");
  }

  @Test
  void an_index_can_be_built_concurrently() {
    terminal.file("migration/V4__index.sql", "create index concurrently ix_two_id on two (id);");
    terminal.good("upgrade");
    assertThat(
            terminal.rows(
                "select indisvalid from pg_index where indexrelid = 'ix_two_id'::regclass"))
        .containsExactly("t");
  }
}
