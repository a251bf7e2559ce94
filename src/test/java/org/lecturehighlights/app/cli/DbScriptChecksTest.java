package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in scripts before any of them runs. */
class DbScriptChecksTest {
  @TempDir Path scripts;
  private Terminal terminal;

  @BeforeEach
  void threeMigrations() {
    terminal = Terminal.withThree(scripts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"COMMIT", "rollback", "Begin", "START TRANSACTION", "end", "abort", "commit work"})
  void a_migration_that_ends_its_transaction_is_refused_before_the_first_one_runs(String command) {
    terminal.file(
        "migration/V3__a_note.sql",
        "alter table one add column note text;\n-- why\n" + command + ";\nselect 1/0;\n");
    var result = terminal.db("upgrade");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .startsWith(
            "FAILED: db/migration/V3__a_note.sql, line 3: "
                + command.replace("commit work", "commit").replaceFirst(" .*", ""))
        .hasLineCount(1);
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.db("upgrade --sql").code()).isEqualTo(255);
  }

  @Test
  void an_undo_script_that_ends_its_transaction_is_refused_before_any_undoing() {
    terminal.succeed("upgrade");
    terminal.file("undo/U2__second_table.sql", "drop table two;\nCOMMIT;\n");
    var result = terminal.db("downgrade base");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .startsWith("FAILED: db/undo/U2__second_table.sql, line 2: COMMIT does not belong")
        .contains("Nothing was changed");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
    assertThat(terminal.rows("select note from one")).isEmpty();
    assertThat(terminal.db("downgrade 3:1 --sql").err()).contains("U2__second_table.sql, line 2");
    assertThat(terminal.db("lint").out()).contains("U2__second_table.sql:2: transaction-nesting: ");
  }

  @Test
  void words_in_strings_comments_and_function_bodies_are_not_commands() {
    String harmless =
        """
        /* COMMIT; */ -- ROLLBACK;
        savepoint s;
        rollback to savepoint s;
        comment on table one is 'x; COMMIT; y';
        do $$ begin
          if false then commit; end if;
        end $$;
        create function three() returns int language sql
          begin atomic
            select 1;
            select case when true then 3 else 4 end;
          end;
        create procedure p() language plpgsql as $body$ begin commit; end $body$;
        """;
    terminal.file("migration/V4__harmless.sql", harmless);
    terminal.file(
        "undo/U4__harmless.sql",
        harmless.substring(0, harmless.indexOf("create"))
            + "drop function three;drop procedure p;");
    terminal.succeed("upgrade");
    assertThat(terminal.rows("select three()")).containsExactly("3");
    assertThat(terminal.db("lint").out()).doesNotContain("transaction-nesting");
    terminal.succeed("downgrade -1");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
  }

  @Test
  void applied_scripts_are_not_checked_again() {
    terminal.succeed("upgrade 2");
    terminal.file("migration/V1__first_table.sql", "commit;");
    assertThat(terminal.db("upgrade").err()).contains("checksum mismatch", "db repair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heads",
        "current",
        "check",
        "history",
        "upgrade",
        "upgrade --sql",
        "downgrade -1",
        "verify",
        "lint"
      })
  void two_migrations_of_one_version_are_named(String verb) {
    terminal.file("migration/V3__another_note.sql", "alter table one add column another text;");
    assertThat(terminal.db(verb + (verb.equals("check") ? " --resources " + scripts : "")))
        .isEqualTo(
            new Terminal.Output(
                255,
                "",
                "FAILED: Found more than one migration with version 3:"
                    + " db/migration/V3__a_note.sql and db/migration/V3__another_note.sql. Give "
                    + "the later one and its undo script the next free version\n"));
  }

  @Test
  void a_late_lower_version_is_refused_and_the_option_that_allows_it_is_named() {
    terminal.without("migration/V2__second_table.sql");
    terminal.succeed("upgrade");
    terminal.file("migration/V2__second_table.sql", "create table two (id int);");
    assertThat(terminal.db("upgrade").err())
        .startsWith("FAILED: Migration 2 (")
        .contains("V2__second_table.sql", "'db upgrade --out-of-order'")
        .doesNotContain("repair")
        .hasLineCount(1);
  }
}
