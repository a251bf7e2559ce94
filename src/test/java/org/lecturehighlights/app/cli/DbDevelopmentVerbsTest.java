package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that compare schemas or read scripts, on a copy of the application's own source
 * tree.
 */
class DbDevelopmentVerbsTest {
  private static final String NEW_INDEX = "create index ix_jobs_filename on jobs (filename);";

  @TempDir Path copy;
  private Terminal terminal;

  @BeforeEach
  void copyOfTheSourceTree() throws IOException {
    GuideRun.copyScripts(copy);
    terminal = Terminal.empty(copy);
  }

  @Test
  void check_of_an_upgraded_database_detects_nothing() {
    terminal.succeed("upgrade");
    assertThat(check())
        .isEqualTo(new Terminal.Output(0, "No new upgrade operations detected.\n", ""));
  }

  @Test
  void check_below_the_head_is_refused() {
    terminal.succeed("upgrade 5");
    assertThat(check())
        .isEqualTo(new Terminal.Output(255, "", "FAILED: Target database is not up to date.\n"));
  }

  @Test
  void check_prints_what_the_scripts_lack_and_what_was_changed_by_hand() throws IOException {
    terminal.succeed("upgrade");
    terminal.sql("alter table clips drop column title");
    want(NEW_INDEX);
    var result = check();
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err())
        .isEqualTo(
            "FAILED: New upgrade operations detected:"
                + " [CREATE INDEX ix_jobs_filename ON public.jobs USING btree (filename);]\n");
    assertThat(result.out())
        .startsWith("The database differs from what the scripts make:\n")
        .contains("clips.title")
        .endsWith(
            "The code needs these statements, but no script has them:\n"
                + "  CREATE INDEX ix_jobs_filename ON public.jobs USING btree (filename);\n");
  }

  @Test
  void verify_names_what_was_changed_by_hand() {
    terminal.succeed("upgrade");
    terminal.sql("alter table clips drop column title; create table leftover (id int)");
    var result = terminal.db("verify");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.out().lines())
        .containsExactly(
            "column clips.title is missing (character varying(500) not null)",
            "table leftover is not expected (plain)");
    assertThat(result.err())
        .isEqualTo("FAILED: The database differs from the scripts (2 differences, listed above)\n");
  }

  @Test
  void autogenerate_prints_which_files_it_wrote_and_they_satisfy_check() throws IOException {
    terminal.succeed("upgrade");
    want(NEW_INDEX);
    var result = autogenerate("Find jobs by file");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .matches(
            "Generating \\S+/db/migration/V\\d+__find_jobs_by_file\\.sql \\.\\.\\.  done\\n"
                + "Generating \\S+/db/undo/U\\d+__find_jobs_by_file\\.sql \\.\\.\\.  done\\n");
    terminal.succeed("upgrade");
    assertThat(check().code()).isZero();
    terminal.succeed("downgrade -1");
    assertThat(terminal.rows("select indexname from pg_indexes"))
        .contains("ix_jobs_id")
        .doesNotContain("ix_jobs_filename");
  }

  @Test
  void autogenerate_without_a_change_writes_nothing() throws IOException {
    terminal.succeed("upgrade");
    int before = terminal.scripts().all().size();
    assertThat(autogenerate("Nothing at all"))
        .isEqualTo(new Terminal.Output(0, "No changes detected. No script was written.\n", ""));
    assertThat(terminal.scripts().all()).hasSize(before);
  }

  @Test
  void autogenerate_below_the_head_is_refused() {
    assertThat(autogenerate("Too early"))
        .isEqualTo(new Terminal.Output(255, "", "FAILED: Target database is not up to date.\n"));
  }

  @Test
  void a_hint_that_matches_nothing_is_refused() {
    terminal.succeed("upgrade");
    var result = autogenerate("Rename", "--rename", "jobs.filename:original_filename");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("error: ").contains("jobs.original_filename");
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void a_revision_needs_a_message() {
    var result = terminal.db("revision");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--message");
  }

  @Test
  void lint_accepts_the_applications_own_scripts() {
    assertThat(terminal.db("lint")).isEqualTo(new Terminal.Output(0, "Nothing found.\n", ""));
  }

  @Test
  void lint_names_script_line_and_rule() {
    terminal.file("migration/V900__drop.sql", "-- too bold\nDROP TABLE clips;\n");
    var result = terminal.db("lint");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.out()).matches("\\S*V900__drop\\.sql:2: ban-drop-table: .*\\n");
    assertThat(result.err()).isEqualTo("FAILED: 1 statements should be reviewed (listed above)\n");
  }

  @Test
  void in_development_the_word_db_may_be_left_out() {
    assertThat(DatabaseCommandLine.verb("db", "upgrade", "head"))
        .containsExactly("upgrade", "head");
    assertThat(DatabaseCommandLine.verb("upgrade", "head")).containsExactly("upgrade", "head");
    assertThat(DatabaseCommandLine.verb()).isEmpty();
  }

  private void want(String change) throws IOException {
    Files.writeString(copy.resolve("db/schema/objects.sql"), change, StandardOpenOption.APPEND);
  }

  private Terminal.Output check() {
    return terminal.db("check", "--resources", copy.toString());
  }

  private Terminal.Output autogenerate(String message, String... more) {
    var words = new ArrayList<String>();
    words.addAll(
        List.of("revision", "--autogenerate", "-m", message, "--resources", copy.toString()));
    words.addAll(List.of(more));
    return terminal.db(words.toArray(String[]::new));
  }
}
