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

/** A server that asks for a password, and what operators may do wrong when they connect to it. */
class DbLoginTest {
  /** {@link #DECODED} as written in a URL. */
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
  void the_right_password_is_accepted_and_masked() throws Exception {
    assertThat(say("upgrade head").code()).isZero();
    var result = say("current -v");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("postgresql://lecture_user:***@127.0.0.1:");
    assertThatNoPasswordIsIn(result);
  }

  @Test
  void a_wrong_password_is_reported() throws Exception {
    refused(
        "lecture_user:guess" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "password authentication failed for user \"lecture_user\"",
        "check user and password in DATABASE_URL");
  }

  @Test
  void a_missing_password_is_reported() throws Exception {
    refused(
        "lecture_user@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "password",
        "DATABASE_URL");
  }

  @Test
  void a_role_without_access_is_reported() throws Exception {
    refused(
        "stranger:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lecture_extractor",
        "no pg_hba.conf entry",
        "\"stranger\"",
        "pg_hba.conf does not let this user in");
  }

  @Test
  void a_wrong_database_name_is_reported() throws Exception {
    refused(
        "lecture_user:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/lectures",
        "database \"lectures\" does not exist",
        "correct the name in DATABASE_URL");
  }

  @Test
  void a_wrong_port_is_reported() throws Exception {
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
  void a_wrong_host_is_reported() throws Exception {
    refused(
        "lecture_user:" + PASSWORD + "@nowhere.invalid/lecture_extractor",
        "The host nowhere.invalid is not known",
        "check host and port in DATABASE_URL");
  }

  /** One line for whoever made the mistake, whichever command it is. */
  private static void refused(String place, String... words) throws IOException {
    try (var current = DbProcess.start("postgresql://" + place, "current -v");
        var upgrade = DbProcess.start("postgresql://" + place, "upgrade head")) {
      for (var result : List.of(current.end(), upgrade.end())) {
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("error: ").contains(words);
        assertThatNoPasswordIsIn(result);
      }
    }
  }

  private static Terminal.Output say(String words) throws IOException {
    String place = "127.0.0.1:" + server.getPort() + "/lecture_extractor";
    try (var process =
        DbProcess.start("postgresql://lecture_user:" + PASSWORD + "@" + place, words)) {
      return process.end();
    }
  }

  private static void assertThatNoPasswordIsIn(Terminal.Output result) {
    assertThat(result.out() + result.err()).doesNotContain(DECODED, PASSWORD, "p@ss", "p%40ss");
  }
}
