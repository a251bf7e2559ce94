package org.lecturehighlights.platform.database.boot;

import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.DirectDatabase;

/**
 * One connection for probes, beside the pool: they must be answered while requests hold all of its
 * connections and wait for more.
 */
@Singleton
class ProbeConnection {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

  private @Nullable Connection connection;

  /** What is asked of the database. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Asks, a second time by a new connection where the one at hand has broken. */
  synchronized <T> T ask(Question<T> question) throws SQLException {
    if (connection != null) {
      try {
        return question.ask(connection);
      } catch (SQLException broken) {
        close();
      }
    }
    Connection opened = DirectDatabase.ofApplication(config()).orElseThrow().connect();
    connection = opened;
    opened.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_ANSWER.toMillis()));
    return question.ask(opened);
  }

  private static SmallRyeConfig config() {
    return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
  }

  @PreDestroy
  synchronized void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException _) {
        // It was broken.
      }
      connection = null;
    }
  }
}
