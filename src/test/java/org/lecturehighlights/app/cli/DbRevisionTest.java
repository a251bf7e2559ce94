package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbRevisionTest {
  @TempDir Path scripts;

  @Test
  void a_revision_is_a_pair_of_scripts_that_can_be_applied_and_undone() throws IOException {
    var terminal = Terminal.withThree(scripts);
    var result = revision(terminal, "Add users' e-mail index, ÄÖ");
    assertThat(result.out())
        .isEqualTo(
            "Generating %1$s/db/migration/V4__add_users_e_mail_index_ao.sql ...  done%nGenerating %1$s/db/undo/U4__add_users_e_mail_index_ao.sql ...  done%n"
                .formatted(scripts));
    assertThat(Files.readString(scripts.resolve("db/migration/V4__add_users_e_mail_index_ao.sql")))
        .isEqualTo("-- Add users' e-mail index, ÄÖ\n");
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("current")).isEqualTo("4 (head)\n");
    terminal.succeed("downgrade -1");
    assertThat(terminal.succeed("current")).isEqualTo("3\n");
  }

  @Test
  void a_long_message_is_cut_at_the_end_of_a_word() {
    var terminal = Terminal.withThree(scripts);
    revision(terminal, "Keep the original file name of every lecture for ever and ever");
    assertThat(terminal.scripts().all().getLast().description())
        .isEqualTo("keep the original file name of every")
        .hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void the_first_revision_of_all_is_1() {
    revision(Terminal.empty(scripts), "begin");
    assertThat(scripts.resolve("db/migration/V1__begin.sql")).exists();
    assertThat(scripts.resolve("db/undo/U1__begin.sql")).exists();
  }

  @Test
  void a_message_without_words_is_refused() {
    assertThat(revision(Terminal.withThree(scripts), "?!").code()).isEqualTo(255);
  }

  @Test
  void without_a_source_tree_there_is_nowhere_to_write() {
    var terminal = Terminal.withThree(scripts);
    var result = terminal.db("revision", "-m", "x", "--resources", scripts + "/nowhere");
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.err()).contains("run this in the project's directory");
  }

  private Terminal.Output revision(Terminal terminal, String message) {
    return terminal.db("revision", "-m", message, "--resources", scripts.toString());
  }
}
