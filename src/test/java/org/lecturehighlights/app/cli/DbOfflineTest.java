package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;

class DbOfflineTest {
  private static final String ROWS =
      """
      select concat_ws('|', installed_rank, version, description, type, script, checksum,
                       installed_by, success)
      from flyway_schema_history order by installed_rank
      """;

  @TempDir Path scripts;

  @Test
  void the_printed_script_makes_what_an_upgrade_makes() throws SQLException {
    var online = Terminal.withOurs();
    online.succeed("upgrade");
    var offline = Terminal.withOurs();
    offline.sql(withoutDatabase(offline, "upgrade head --sql"));
    assertThat(offline.rows(ROWS)).isEqualTo(online.rows(ROWS)).isNotEmpty();
    assertThat(fingerprint(offline)).isEqualTo(fingerprint(online));
    assertThat(offline.db("upgrade")).isEqualTo(new Terminal.Output(0, "", ""));
    assertThat(offline.db("verify").code()).isZero();
  }

  @Test
  void printed_scripts_of_ranges_upgrade_and_downgrade() throws SQLException {
    var terminal = Terminal.withThree(scripts);
    terminal.sql(terminal.succeed("upgrade 1 --sql"));
    String atOne = fingerprint(terminal);
    terminal.sql(terminal.succeed("upgrade ce9:+2 --sql"));
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
    terminal.sql(terminal.succeed("downgrade 3:1 --sql"));
    assertThat(fingerprint(terminal)).isEqualTo(atOne);
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, DELETE 3, DELETE 2");
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("current")).isEqualTo("3 (head)\n");
  }

  @Test
  void a_printed_downgrade_must_name_its_start() {
    assertThat(Terminal.withThree(scripts).db("downgrade 1 --sql"))
        .isEqualTo(
            new Terminal.Output(
                255, "", "FAILED: downgrade with --sql requires <fromrev>:<torev>\n"));
  }

  @Test
  void a_printed_script_that_fails_leaves_nothing() {
    var terminal = Terminal.withThree(scripts).file("migration/V4__broken.sql", "select 1/0;");
    String script = terminal.succeed("upgrade --sql");
    assertThat(script).startsWith("BEGIN;").endsWith("COMMIT;\n\n");
    assertThatThrownBy(() -> terminal.sql(script)).hasRootCauseMessage("ERROR: division by zero");
    assertThat(terminal.tables()).isEmpty();
  }

  private static String withoutDatabase(Terminal terminal, String words) {
    return terminal
        .another()
        .at(Terminal.at("jdbc:postgresql://127.0.0.1:1/x", "me"))
        .succeed(words);
  }

  private static String fingerprint(Terminal terminal) throws SQLException {
    try (Connection connection = terminal.database().connect()) {
      return SchemaFingerprint.of(connection);
    }
  }
}
