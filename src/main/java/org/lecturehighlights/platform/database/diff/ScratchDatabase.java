package org.lecturehighlights.platform.database.diff;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** A database on the same server as a given one, which exists as long as it is open. */
public final class ScratchDatabase implements Closeable {
  private static final Logger LOG = Logger.getLogger(ScratchDatabase.class);

  private final DatabaseUrl server;
  private final String name;
  private final DatabaseUrl url;

  private ScratchDatabase(DatabaseUrl server, String name) {
    this.server = server;
    this.name = name;
    this.url = new DatabaseUrl(renamed(server.jdbcUrl(), name), server.user(), server.password());
  }

  /**
   * Makes an empty database.
   *
   * @throws Problem DATABASE_UNAVAILABLE if the user may not create databases
   */
  static ScratchDatabase onServerOf(DatabaseUrl server) {
    return create(server, "template1");
  }

  /**
   * Makes another database with the same schema; nobody may be connected to this one in the
   * meantime.
   */
  ScratchDatabase copy() {
    return create(server, name);
  }

  private static ScratchDatabase create(DatabaseUrl server, String template) {
    var scratch =
        new ScratchDatabase(
            server, "scratch_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create database " + scratch.name + " template " + template);
      return scratch;
    } catch (SQLException e) {
      throw Problem.of(
          ProblemKind.DATABASE_UNAVAILABLE,
          "Cannot create a scratch database. Use a server on which you are allowed to: "
              + ""
              + e.getMessage(),
          e);
    }
  }

  private static String renamed(String jdbcUrl, String name) {
    int query = jdbcUrl.indexOf('?');
    String place = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    return place.substring(0, place.lastIndexOf('/') + 1)
        + name
        + (query < 0 ? "" : jdbcUrl.substring(query));
  }

  DatabaseUrl url() {
    return url;
  }

  /** Opens a connection, which the caller must close. */
  public Connection connect() throws SQLException {
    return connect(url);
  }

  static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), credentials(url));
  }

  static Properties credentials(DatabaseUrl url) {
    var credentials = new Properties();
    if (url.user() != null) {
      credentials.setProperty("user", url.user());
    }
    if (url.password() != null) {
      credentials.setProperty("password", url.password());
    }
    return credentials;
  }

  /** Runs a script in one transaction, as a migration runs. */
  public void run(String script) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(script);
      }
      connection.commit();
    }
  }

  /** Drops the database, even if somebody is connected. */
  @Override
  public void close() {
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      LOG.warnf("The scratch database %s could not be dropped: %s", name, e.getMessage());
    }
  }
}
