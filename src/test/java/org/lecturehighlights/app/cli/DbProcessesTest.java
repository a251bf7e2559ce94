package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.Seeds;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** The application's own migrations in several JVMs at once, and in JVMs that are killed. */
class DbProcessesTest {
  private static final MigrationScripts SCRIPTS = MigrationScripts.onClassPath();

  private static final String SESSIONS =
      """
      select pid::text from pg_stat_activity
      where datname = current_database() and application_name = 'lecture-highlights db'
        and pid <> pg_backend_pid()
      """;

  private final Terminal terminal = Terminal.withOurs();

  @Test
  void eight_processes_on_an_empty_database_apply_each_migration_once() throws Exception {
    List<DbProcess> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(start("upgrade head"));
    }
    List<String> steps = new ArrayList<>();
    for (DbProcess one : all) {
      var result = one.end();
      assertThat(result.code()).as(result.err()).isZero();
      result.err().lines().forEach(steps::add);
    }
    assertThat(steps)
        .doesNotHaveDuplicates()
        .hasSameSizeAs(SCRIPTS.all())
        .allSatisfy(step -> assertThat(step).startsWith("Running upgrade "));
    assertThat(terminal.history()).isEqualTo(upTo(SCRIPTS.head().orElseThrow().version()));
    assertThat(terminal.rows("select installed_rank from flyway_schema_history where not success"))
        .isEmpty();
    assertThatSchemaIsOf(SCRIPTS.head().orElseThrow().version());
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void a_process_killed_in_the_middle_of_a_migration_leaves_nothing_of_it() throws Exception {
    terminal.succeed("upgrade 2");
    try (Connection holder = terminal.database().connect();
        var statement = holder.createStatement()) {
      // The third migration changes jobs first and comes to clips last.
      holder.setAutoCommit(false);
      statement.execute("lock table clips in access share mode");
      try (var killed = start("upgrade head")) {
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> !terminal.rows(SESSIONS + " and wait_event_type = 'Lock'").isEmpty());
        killed.kill();
      }
      holder.rollback();
    }
    awaitNoSessions();
    assertThat(terminal.history()).isEqualTo(upTo("2"));
    assertThatSchemaIsOf("2");
    try (var next = start("upgrade head")) {
      assertThat(next.end().code()).isZero();
    }
    assertThatSchemaIsOf(SCRIPTS.head().orElseThrow().version());
  }

  @Test
  void processes_killed_during_any_upgrade_or_downgrade_leave_the_schema_of_some_version()
      throws Exception {
    var seeds = new Seeds();
    for (int round = 0; round < 6; round++) {
      String verb = seeds.coin() ? "upgrade head" : "downgrade base";
      int steps = 1 + seeds.below(SCRIPTS.all().size());
      try (var process = start(verb)) {
        String line = process.nextLine();
        for (int step = 1; step < steps && line != null; step++) {
          line = process.nextLine();
        }
      }
      awaitNoSessions();
      assertThatSchemaIsOf(terminal.succeed("current").strip().replace(" (head)", ""));
    }
    terminal.succeed("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
    terminal.succeed("downgrade base");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void four_processes_that_upgrade_and_downgrade_at_once_end_consistently() throws Exception {
    var seeds = new Seeds();
    String[] verbs = {
      "upgrade head", "upgrade +1", "downgrade -1", "downgrade 4", "downgrade base"
    };
    for (int round = 0; round < 2; round++) {
      List<DbProcess> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(start(seeds.oneOf(verbs)));
      }
      for (DbProcess one : all) {
        var result = one.end();
        if (result.code() != 0) {
          // Another process was faster; the command says so and has done nothing.
          assertThat(result.err())
              .containsPattern("^FAILED: (Relative revision|Can't locate|.* is not applied)");
        }
      }
    }
    assertThatSchemaIsOf(terminal.succeed("current").strip().replace(" (head)", ""));
    terminal.succeed("upgrade");
    assertThat(terminal.db("verify").code()).isZero();
  }

  @Test
  void a_process_that_finds_the_lock_held_says_so_and_changes_nothing() throws Exception {
    try (Connection holder = terminal.database().connect();
        var statement = holder.createStatement()) {
      // The key that Flyway 12 was seen to use for public.flyway_schema_history.
      statement.execute("select pg_advisory_lock(77433833903597)");
      try (var refused = start("upgrade head --lock-wait 1")) {
        var result = refused.end();
        assertThat(result.code()).isEqualTo(255);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
            .singleElement()
            .asString()
            .startsWith("FAILED: Another migration is under way in the server's process ")
            .contains("within 1 s", "--lock-wait");
      }
    }
    assertThat(terminal.tables()).isEmpty();
    assertThat(terminal.succeed("current")).isEmpty();
  }

  private DbProcess start(String words) throws IOException {
    return DbProcess.start(terminal.database(), words);
  }

  /** The sessions of a killed client end when the server notices. */
  private void awaitNoSessions() {
    await().atMost(Duration.ofSeconds(20)).until(() -> terminal.rows(SESSIONS).isEmpty());
  }

  private static String upTo(String version) {
    int count = SCRIPTS.all().indexOf(SCRIPTS.find(version).orElseThrow()) + 1;
    return SCRIPTS.all().subList(0, count).stream()
        .map(Migration::version)
        .map(applied -> "SQL " + applied)
        .collect(Collectors.joining(", "));
  }

  /** The schema must be that of a version, or empty. */
  private void assertThatSchemaIsOf(String version) throws SQLException {
    String expected =
        version.isEmpty()
            ? fingerprint(Terminal.withOurs())
            : SCRIPTS.schemaAfter(version).orElseThrow();
    assertThat(fingerprint(terminal)).as("at version " + version).isEqualTo(expected);
  }

  private static String fingerprint(Terminal terminal) throws SQLException {
    try (Connection connection = terminal.database().connect()) {
      return SchemaFingerprint.of(connection);
    }
  }
}
