package org.lecturehighlights.platform.database.migrate;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.history.MigrationLock;

/**
 * Flyway's connections for one run. Flyway takes its lock again for each migration, on the first
 * connection that it opens; between two migrations a downgrade could slip in without Flyway
 * noticing. So the first connection takes the lock before Flyway gets it, and holds it until Flyway
 * closes it.
 */
final class LockedSource implements DataSource {
  private final DirectDatabase database;
  private final Duration maxWait;
  private boolean locked;

  LockedSource(DirectDatabase database, Duration maxWait) {
    this.database = database;
    this.maxWait = maxWait;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = database.connect();
    if (!locked) {
      try {
        MigrationLock.take(connection, maxWait);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
      locked = true;
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the database names its user");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // The driver does its own logging.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The URL contains the timeout.
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
