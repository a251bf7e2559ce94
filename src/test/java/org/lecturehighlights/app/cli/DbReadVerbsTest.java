package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbReadVerbsTest {
  @TempDir Path scripts;
  private Terminal terminal;

  @BeforeEach
  void threeMigrations() {
    terminal = Terminal.withThree(scripts);
  }

  @Test
  void current_of_an_empty_database_prints_nothing() {
    assertThat(terminal.db("current")).isEqualTo(new Terminal.Output(0, "", ""));
  }

  @Test
  void current_marks_the_version_as_head_only_at_the_head() {
    terminal.succeed("upgrade 2");
    assertThat(terminal.succeed("current")).isEqualTo("2\n");
    terminal.succeed("upgrade head");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void current_in_full_masks_the_password() {
    terminal.succeed("upgrade 1");
    var result = terminal.db("current", "-v");
    assertThat(result.out())
        .startsWith("Current revision(s) for postgresql://postgres:***@127.0.0.1:")
        .contains("Rev: 1\nParent: <base>\n", "V1__first_table.sql", "first table", "ce9ec48516b9");
    assertThat(result.out() + result.err()).doesNotContain("s3cret");
  }

  @Test
  void check_heads_fails_below_the_head() {
    terminal.succeed("upgrade 2");
    assertThat(terminal.db("current --check-heads"))
        .isEqualTo(new Terminal.Output(255, "", "FAILED: Database is not on all head revisions\n"));
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("current --check-heads")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_version_of_a_newer_package_is_shown_as_such() {
    terminal.succeed("upgrade");
    terminal.without("migration/V3__a_note.sql").without("undo/U3__a_note.sql");
    assertThat(terminal.succeed("current")).isEqualTo("3 (unknown to this package)\n");
    assertThat(terminal.db("upgrade").err()).contains("ahead of this package").contains("3");
  }

  @Test
  void history_is_newest_first_and_needs_no_database() {
    assertThat(terminal.at(Terminal.at("jdbc:postgresql://127.0.0.1:1/x", "me")).succeed("history"))
        .isEqualTo(
            """
            2 -> 3 (head), a note
            1 -> 2, second table
            <base> -> 1, first table
            """);
  }

  @Test
  void history_marks_the_current_version_on_demand() {
    terminal.succeed("upgrade 2");
    assertThat(terminal.succeed("history -i")).contains("1 -> 2 (current), second table\n");
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("history -i")).contains("2 -> 3 (head) (current), a note\n");
  }

  @Test
  void a_range_of_the_history_includes_both_ends() {
    assertThat(terminal.succeed("history -r 2:3").lines()).hasSize(2);
    assertThat(terminal.succeed("history -r :2").lines()).hasSize(2);
    assertThat(terminal.succeed("history -r ce9:ce9").lines())
        .containsExactly("<base> -> 1, first table");
    terminal.succeed("upgrade 2");
    assertThat(terminal.succeed("history -r current:").lines())
        .containsExactly("2 -> 3 (head), a note", "1 -> 2, second table");
  }

  @Test
  void history_in_full_names_the_files() {
    assertThat(terminal.succeed("history -v"))
        .contains("Rev: 3 (head)\nParent: 2\nPath: " + scripts, "V3__a_note.sql\n\n    a note\n");
  }

  @Test
  void heads_prints_the_newest_version() {
    assertThat(terminal.succeed("heads")).isEqualTo("3 (head)\n");
  }

  @Test
  void verify_accepts_an_upgraded_database() {
    terminal.succeed("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void verify_names_what_is_pending_and_what_was_edited() {
    terminal.succeed("upgrade 2");
    terminal.file("migration/V2__second_table.sql", "create table two (id bigint);");
    var result = terminal.db("verify");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.out().lines())
        .containsExactly(
            "Version 3 (V3__a_note.sql) is pending",
            "Version 2 (V2__second_table.sql) was edited after it was applied");
    assertThat(result.err()).startsWith("FAILED: ");
  }

  @Test
  void a_closed_port_is_reported_in_one_line_without_the_password() {
    var result = terminal.at(Terminal.at("jdbc:postgresql://127.0.0.1:1/x", "me")).db("current");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith("error: The database cannot be used: Connection to 127.0.0.1:1 refused")
        .contains("check host and port in DATABASE_URL")
        .doesNotContain("s3cret");
  }

  @Test
  void an_unknown_host_is_reported_in_one_line_with_a_hint() {
    var result =
        terminal.at(Terminal.at("jdbc:postgresql://no.such.invalid:5432/x", "me")).db("upgrade");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("check host and port in DATABASE_URL");
  }

  @Test
  void an_unknown_role_hints_at_another_server_on_the_port() {
    var result =
        terminal.at(Terminal.at(terminal.database().url().jdbcUrl(), "lecture_user")).db("upgrade");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("role \"lecture_user\" does not exist", "127.0.0.1 instead of localhost");
  }

  @Test
  void an_unknown_database_is_reported_in_one_line_with_a_hint() {
    String url = terminal.database().url().jdbcUrl().replaceFirst("/[^/]*$", "/nowhere");
    var result = terminal.at(Terminal.at(url, "postgres")).db("current");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("database \"nowhere\" does not exist", "create it");
  }

  @Test
  void db_alone_points_to_its_help() {
    var result = terminal.db(new String[0]);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--help");
  }
}
