package org.lecturehighlights.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One PostgreSQL for all tests of a JVM, in a temporary directory and without fsync; it stops with
 * the JVM. A system property holds its port, because Quarkus loads this class in more than one
 * class loader.
 */
public final class ThrowawayPostgres {
  public static final String USER = "postgres";
  private static final String PORT = "lecture.test.postgres.port";
  private static final String NEXT = "lecture.test.postgres.next";

  private ThrowawayPostgres() {}

  /** The JDBC URL of a new, empty database; the user is {@link #USER}, with any password. */
  public static String freshDatabase() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PORT) == null) {
        System.setProperty(PORT, Integer.toString(start()));
      }
      int number = Integer.getInteger(NEXT, 1);
      System.setProperty(NEXT, Integer.toString(number + 1));
      create("test_" + number);
      return url("test_" + number);
    }
  }

  private static int start() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale", "C")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .start()
          .getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("the PostgreSQL for tests does not start", e);
    }
  }

  private static void create(String name) {
    try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT) + "/" + database;
  }
}
