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
    assertThat(terminal.db("current")).isEqualTo(new Terminal.Said(0, "", ""));
  }

  @Test
  void current_marks_the_head_only_there() {
    terminal.good("upgrade 2");
    assertThat(terminal.good("current")).isEqualTo("2\n");
    terminal.good("upgrade head");
    assertThat(terminal.good("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void current_in_full_masks_the_password() {
    terminal.good("upgrade 1");
    var said = terminal.db("current", "-v");
    assertThat(said.out())
        .startsWith("Current revision(s) for postgresql://postgres:***@127.0.0.1:")
        .contains("Rev: 1\nParent: <base>\n", "V1__first_table.sql", "first table", "ce9ec48516b9");
    assertThat(said.out() + said.err()).doesNotContain("s3cret");
  }

  @Test
  void check_heads_fails_below_the_head() {
    terminal.good("upgrade 2");
    assertThat(terminal.db("current --check-heads"))
        .isEqualTo(new Terminal.Said(255, "", "FAILED: Database is not on all head revisions\n"));
    terminal.good("upgrade");
    assertThat(terminal.good("current --check-heads")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_version_of_a_newer_package_is_shown_as_such() {
    terminal.good("upgrade");
    terminal.without("migration/V3__a_note.sql").without("undo/U3__a_note.sql");
    assertThat(terminal.good("current")).isEqualTo("3 (unknown to this package)\n");
    assertThat(terminal.db("upgrade").err()).contains("ahead of this package").contains("3");
  }

  @Test
  void history_comes_newest_first_and_needs_no_database() {
    assertThat(terminal.at(Terminal.at("jdbc:postgresql://127.0.0.1:1/x", "me")).good("history"))
        .isEqualTo(
            """
            2 -> 3 (head), a note
            1 -> 2, second table
            <base> -> 1, first table
            """);
  }

  @Test
  void history_marks_the_current_version_on_demand() {
    terminal.good("upgrade 2");
    assertThat(terminal.good("history -i")).contains("1 -> 2 (current), second table\n");
    terminal.good("upgrade");
    assertThat(terminal.good("history -i")).contains("2 -> 3 (head) (current), a note\n");
  }

  @Test
  void a_range_of_the_history_includes_both_ends() {
    assertThat(terminal.good("history -r 2:3").lines()).hasSize(2);
    assertThat(terminal.good("history -r :2").lines()).hasSize(2);
    assertThat(terminal.good("history -r ce9:ce9").lines())
        .containsExactly("<base> -> 1, first table");
    terminal.good("upgrade 2");
    assertThat(terminal.good("history -r current:").lines())
        .containsExactly("2 -> 3 (head), a note", "1 -> 2, second table");
  }

  @Test
  void history_in_full_names_the_files() {
    assertThat(terminal.good("history -v"))
        .contains("Rev: 3 (head)\nParent: 2\nPath: " + scripts, "V3__a_note.sql\n\n    a note\n");
  }

  @Test
  void heads_prints_the_newest_version() {
    assertThat(terminal.good("heads")).isEqualTo("3 (head)\n");
  }

  @Test
  void verify_is_content_with_an_upgraded_database() {
    terminal.good("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void verify_names_what_is_pending_and_what_was_edited() {
    terminal.good("upgrade 2");
    terminal.file("migration/V2__second_table.sql", "create table two (id bigint);");
    var said = terminal.db("verify");
    assertThat(said.code()).isEqualTo(255);
    assertThat(said.out().lines())
        .containsExactly(
            "Version 3 (V3__a_note.sql) is pending",
            "Version 2 (V2__second_table.sql) was edited after it was applied");
    assertThat(said.err()).startsWith("FAILED: ");
  }

  @Test
  void a_closed_port_is_one_line_without_the_password() {
    var said = terminal.at(Terminal.at("jdbc:postgresql://127.0.0.1:1/x", "me")).db("current");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err())
        .startsWith("error: The database cannot be used: Connection to 127.0.0.1:1 refused")
        .contains("check host and port in DATABASE_URL")
        .doesNotContain("s3cret");
  }

  @Test
  void an_unknown_host_is_one_line_with_a_hint() {
    var said =
        terminal.at(Terminal.at("jdbc:postgresql://no.such.invalid:5432/x", "me")).db("upgrade");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).contains("check host and port in DATABASE_URL");
  }

  @Test
  void an_unknown_role_points_to_another_server_on_the_port() {
    var said =
        terminal.at(Terminal.at(terminal.database().url().jdbcUrl(), "lecture_user")).db("upgrade");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("role \"lecture_user\" does not exist", "127.0.0.1 instead of localhost");
  }

  @Test
  void an_unknown_database_is_one_line_with_a_hint() {
    String url = terminal.database().url().jdbcUrl().replaceFirst("/[^/]*$", "/nowhere");
    var said = terminal.at(Terminal.at(url, "postgres")).db("current");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("database \"nowhere\" does not exist", "create it");
  }

  @Test
  void db_alone_names_its_help() {
    var said = terminal.db(new String[0]);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--help");
  }
}
