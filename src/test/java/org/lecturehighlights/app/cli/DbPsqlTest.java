package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;

/** Our scripts and schema, used with {@code psql}. */
class DbPsqlTest {
  private static final String HISTORY =
      """
      select concat_ws('|', installed_rank, version, description, type, script, checksum,
                       installed_by, success)
      from flyway_schema_history order by installed_rank
      """;

  private final Terminal terminal = Terminal.withOurs();
  private Tool psql;

  @BeforeEach
  void psqlIsThere() {
    psql = Tool.onPath("psql");
  }

  @Test
  void the_printed_upgrade_does_what_the_online_one_does() throws Exception {
    var online = Terminal.withOurs();
    online.succeed("upgrade head");
    runs(terminal.succeed("upgrade head --sql"));
    assertThat(fingerprint(terminal)).isEqualTo(fingerprint(online));
    assertThat(terminal.rows(HISTORY)).isEqualTo(online.rows(HISTORY)).isNotEmpty();
    assertThat(terminal.db("verify").code()).isZero();
    assertThat(terminal.db("upgrade head")).isEqualTo(new Terminal.Output(0, "", ""));
  }

  @Test
  void printed_ranges_upgrade_downgrade_and_upgrade_again() throws Exception {
    var online = Terminal.withOurs();
    online.succeed("upgrade 4");
    runs(terminal.succeed("upgrade base:2 --sql"));
    runs(terminal.succeed("upgrade 2:4 --sql"));
    assertThat(fingerprint(terminal)).isEqualTo(fingerprint(online));
    runs(terminal.succeed("upgrade 4:head --sql"));
    assertThat(terminal.succeed("current")).endsWith(" (head)\n");
    runs(terminal.succeed("downgrade head:4 --sql"));
    assertThat(terminal.succeed("current")).isEqualTo("4\n");
    assertThat(fingerprint(terminal)).isEqualTo(fingerprint(online));
    runs(terminal.succeed("downgrade 4:base --sql"));
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.history())
        .startsWith("SQL 1, SQL 2, SQL 3, SQL 4, ")
        .endsWith(", DELETE 4, DELETE 3, DELETE 2, DELETE 1");
    terminal.succeed("upgrade head");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void a_printed_upgrade_that_finds_its_own_tables_stops_and_changes_nothing() throws Exception {
    terminal.succeed("upgrade 2");
    String before = fingerprint(terminal);
    var result = psql.run(terminal.database(), terminal.succeed("upgrade head --sql"), strict());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("already exists");
    assertThat(fingerprint(terminal)).isEqualTo(before);
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2");
  }

  @Test
  void tables_and_columns_appear_in_psqls_own_commands() throws Exception {
    terminal.succeed("upgrade head");
    assertThat(meta("\\dt").out()).contains("jobs", "clips", "flyway_schema_history");
    assertThat(meta("\\d jobs").out())
        .contains("job_id", "character varying(100)", "ix_jobs_job_id", "timestamp with time zone");
    assertThat(
            meta("select version, type from flyway_schema_history order by installed_rank").out())
        .contains("SQL");
  }

  private Terminal.Output meta(String command) throws IOException {
    var result = psql.run(terminal.database(), "", "-X", "-c", command);
    assertThat(result.code()).as(result.out()).isZero();
    return result;
  }

  private void runs(String script) throws IOException {
    var result = psql.run(terminal.database(), script, strict());
    assertThat(result.code()).as(result.out()).isZero();
  }

  /** psql without the user's settings, ending at the first error. */
  private static String[] strict() {
    return new String[] {"-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"};
  }

  private static String fingerprint(Terminal terminal) throws SQLException {
    try (Connection connection = terminal.database().connect()) {
      return SchemaFingerprint.of(connection);
    }
  }
}
