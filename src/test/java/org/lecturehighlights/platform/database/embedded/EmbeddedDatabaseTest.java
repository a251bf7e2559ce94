package org.lecturehighlights.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.problem.Problem;

class EmbeddedDatabaseTest {
  private static final String KEEP = "create table kept as select 42 as answer";
  private static final String READ = "select answer from kept";

  /**
   * One directory for the class, because a new cluster takes seconds; each test begins without a
   * server.
   */
  @TempDir static Path directory;

  @AfterEach
  void forget_the_data_and_leave_no_server() throws Exception {
    try (var database = EmbeddedDatabase.open(directory)) {
      ask(database, "drop table if exists kept");
    }
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void closing_ends_open_sessions_and_keeps_their_data() throws Exception {
    try (var database = EmbeddedDatabase.open(directory);
        var leftOpen = connect(database)) {
      DatabaseUser.answer(leftOpen, KEEP);
      database.close();
      assertThat(pidFile()).doesNotExist();
      assertThat(leftOpen.isValid(1)).isFalse();
    }
    assertThat(readBack()).isEqualTo("42");
  }

  @Test
  void a_killed_jvm_leaves_a_server_that_the_next_start_takes_over() throws Exception {
    try (var user = DatabaseUser.start(directory)) {
      user.ask(KEEP);
      user.kill();
    }
    long orphan = serverPid();
    try (var database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database, READ)).isEqualTo("42");
      assertThat(serverPid()).isEqualTo(orphan);
    }
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void data_survives_when_jvm_and_server_are_both_killed() throws Exception {
    killAfterKeeping();
    assertThat(readBack()).isEqualTo("42");
  }

  @Test
  void data_survives_when_another_process_has_the_dead_servers_process_id() throws Exception {
    killAfterKeeping();
    List<String> lines = Files.readAllLines(pidFile());
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile(), lines);
    assertThat(readBack()).isEqualTo("42");
  }

  @Test
  void two_jvms_share_a_server_that_stops_with_the_last_of_them() throws Exception {
    try (var first = DatabaseUser.start(directory)) {
      first.ask(KEEP);
      try (var second = DatabaseUser.start(directory)) {
        assertThat(second.ask(READ)).isEqualTo("42");
        assertThat(first.leave()).isZero();
        assertThat(second.ask(READ)).isEqualTo("42");
        assertThat(second.leave()).isZero();
      }
    }
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void the_server_is_durable_local_and_independent_of_the_locale() throws Exception {
    try (var database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "show unix_socket_directories")).isEmpty();
      assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              ask(
                  database,
                  "select datcollate from pg_database where datname = current_database()"))
          .isEqualTo("C");
    }
  }

  @Test
  void a_wrong_password_is_refused() throws Exception {
    try (var database = EmbeddedDatabase.open(directory)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
          .withMessageContaining("password authentication failed");
    }
  }

  @Test
  void one_jvm_can_open_a_directory_only_once() throws Exception {
    try (var database = EmbeddedDatabase.open(directory)) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> EmbeddedDatabase.open(directory))
          .withMessage("This JVM has opened that database already");
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_first_start_that_was_killed_is_repeated_from_the_beginning(@TempDir Path other)
      throws Exception {
    Files.createDirectories(other.resolve("data.unfinished/base"));
    Files.writeString(other.resolve("data.unfinished/postgresql.conf"), "broken");
    try (var database = EmbeddedDatabase.open(other)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
  }

  private static void killAfterKeeping() throws IOException {
    try (var user = DatabaseUser.start(directory)) {
      user.ask(KEEP);
      user.kill();
    }
    ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    assertThat(pidFile()).exists();
  }

  private static long serverPid() throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
  }

  private static Path pidFile() {
    return directory.resolve("data/postmaster.pid");
  }

  private static String readBack() throws IOException, SQLException {
    try (var database = EmbeddedDatabase.open(directory)) {
      return ask(database, READ);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = connect(database)) {
      return DatabaseUser.answer(connection, sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
