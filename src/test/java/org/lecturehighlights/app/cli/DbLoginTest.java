package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks for a password, and what an operator gets wrong about it. */
class DbLoginTest {
  /** As a URL spells {@link #DECODED}. */
  private static final String PASSWORD = "p%40ss%3Aw%2Frd%25%24x+y%20%C3%A9";

  private static final String DECODED = "p@ss:w/rd%$x+y é";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("create role lecture_user login password '" + DECODED + "'");
      statement.execute("create database lecture_extractor owner lecture_user");
      Files.write(data.resolve("pg_hba.conf"), List.of("host all lecture_user all scram-sha-256"));
      statement.execute("select pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void the_right_password_is_let_in_and_masked() throws Exception {
    assertThat(say("upgrade head").code()).isZero();
    var said = say("current -v");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("postgresql://lecture_user:***@127.0.0.1:");
    assertThatNoPasswordIsIn(said);
  }

  @Test
  void a_wrong_password_is_named() throws Exception {
    refused(
        "lecture_user:guess" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "password authentication failed for user \"lecture_user\"",
        "check user and password in DATABASE_URL");
  }

  @Test
  void a_missing_password_is_named() throws Exception {
    refused(
        "lecture_user@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "password",
        "DATABASE_URL");
  }

  @Test
  void a_role_that_may_not_come_in_is_named() throws Exception {
    refused(
        "stranger:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "no pg_hba.conf entry",
        "\"stranger\"",
        "pg_hba.conf does not let this user in");
  }

  @Test
  void a_wrong_database_is_named() throws Exception {
    refused(
        "lecture_user:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lectures",
        "database \"lectures\" does not exist",
        "correct the name in DATABASE_URL");
  }

  @Test
  void a_wrong_port_is_named() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    refused(
        "lecture_user:" + PASSWORD + "@127.0.0.1:" + free + "/lecture_extractor",
        "127.0.0.1:" + free,
        "check host and port in DATABASE_URL");
  }

  @Test
  void a_wrong_host_is_named() throws Exception {
    refused(
        "lecture_user:" + PASSWORD + "@nowhere.invalid/lecture_extractor",
        "The host nowhere.invalid is not known",
        "check host and port in DATABASE_URL");
  }

  /** One line for whoever made the mistake, whatever verb it is. */
  private static void refused(String place, String... words) throws IOException {
    try (var current = DbProcess.start("postgresql://" + place, "current -v");
        var upgrade = DbProcess.start("postgresql://" + place, "upgrade head")) {
      for (var said : List.of(current.end(), upgrade.end())) {
        assertThat(said.code()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).startsWith("error: ").contains(words);
        assertThatNoPasswordIsIn(said);
      }
    }
  }

  private static Terminal.Said say(String words) throws IOException {
    String place = "127.0.0.1:" + server.getPort() + "/lecture_extractor";
    try (var process =
        DbProcess.start("postgresql://lecture_user:" + PASSWORD + "@" + place, words)) {
      return process.end();
    }
  }

  private static void assertThatNoPasswordIsIn(Terminal.Said said) {
    assertThat(said.out() + said.err()).doesNotContain(DECODED, PASSWORD, "p@ss", "p%40ss");
  }
}
