package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbStampTest {
  @TempDir Path scripts;

  @Test
  void a_stamp_upwards_runs_nothing_and_later_upgrades_start_from_it() {
    var terminal = Terminal.withThree(scripts);
    terminal.sql("create table one (id int primary key)");
    assertThat(terminal.db("stamp 2").err()).isEqualTo("Running stamp_revision  -> 2\n");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
    assertThat(terminal.tables()).containsExactly("one");
    assertThat(terminal.db("upgrade").err()).isEqualTo("Running upgrade 2 -> 3, a note\n");
    assertThat(terminal.succeed("verify")).isNotEmpty();
  }

  @Test
  void a_stamp_downwards_leaves_the_tables_and_makes_scripts_pending() {
    var terminal = Terminal.withThree(scripts);
    terminal.succeed("upgrade");
    terminal.succeed("stamp 1");
    assertThat(terminal.succeed("current")).isEqualTo("1\n");
    assertThat(terminal.tables()).containsExactly("one", "two");
    terminal.succeed("stamp base");
    assertThat(terminal.succeed("current")).isEmpty();
    assertThat(terminal.db("upgrade").err()).contains("relation \"one\" already exists");
    terminal.succeed("stamp head");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_purge_forgets_what_this_package_does_not_know() {
    var terminal = Terminal.withThree(scripts);
    terminal.succeed("upgrade");
    terminal.without("migration/V3__a_note.sql");
    terminal.succeed("stamp 2 --purge");
    assertThat(terminal.succeed("current")).isEqualTo("2 (head)\n");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2");
  }

  @Test
  void an_unknown_stamp_is_refused() {
    assertThat(Terminal.withThree(scripts).db("stamp x"))
        .isEqualTo(
            new Terminal.Output(255, "", "FAILED: Can't locate revision identified by 'x'\n"));
  }

  @Test
  void a_legacy_schema_can_only_be_stamped_with_its_own_version() throws IOException {
    var terminal = Terminal.withOurs();
    terminal.sql(
        Files.readString(
            Path.of("src/main/resources/db/migration/V1__initial_migration_with_all_tables.sql")));
    var refused = terminal.db("stamp head");
    assertThat(refused.code()).isEqualTo(255);
    assertThat(refused.err()).contains("stage_run").contains("FAILED: The schema is not that of ");
    assertThat(terminal.succeed("current")).isEmpty();
    terminal.succeed("stamp 1");
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("verify")).isNotEmpty();
  }

  @Test
  void force_stamps_any_schema() {
    var terminal = Terminal.withOurs();
    assertThat(terminal.db("stamp head").code()).isEqualTo(255);
    terminal.succeed("stamp head --force");
    assertThat(terminal.succeed("current")).endsWith(" (head)\n");
    assertThat(terminal.tables()).isEmpty();
  }
}
