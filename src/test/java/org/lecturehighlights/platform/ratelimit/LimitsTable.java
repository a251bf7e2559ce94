package org.lecturehighlights.platform.ratelimit;

import java.io.Closeable;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.lecturehighlights.platform.database.SchemaDatabase;

/** A migrated database whose connections are counted, and which can be made to fail or to hang. */
final class LimitsTable implements DataSource, Closeable {
  final SchemaDatabase database = new SchemaDatabase().upgrade("head");
  final AtomicInteger asked = new AtomicInteger();
  volatile boolean fails;
  volatile boolean hangs;
  private final CountDownLatch end = new CountDownLatch(1);

  /** What another process would have. */
  SharedBuckets process() {
    return new SharedBuckets(() -> this);
  }

  @Override
  public Connection getConnection() throws SQLException {
    asked.incrementAndGet();
    if (hangs) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (fails || hangs) {
      throw new SQLException("the database is away");
    }
    return database.direct().connect();
  }

  @Override
  public void close() {
    end.countDown();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  /** Limits of a day, in which nothing comes back while a test runs. */
  static RateLimitKey account(RequestKind kind, String who, long allowance) {
    return new RateLimitKey(kind, who, allowance, Duration.ofDays(1));
  }

  /** Settings with the patience that a test has. */
  record Config(Duration patience) implements LimitConfig {
    @Override
    public Optional<Boolean> enabled() {
      return Optional.of(true);
    }

    @Override
    public Duration window() {
      return Duration.ofMinutes(1);
    }

    @Override
    public long creations() {
      return 2;
    }

    @Override
    public long writes() {
      return 5;
    }

    @Override
    public long reads() {
      return 7;
    }

    @Override
    public int addressFactor() {
      return 3;
    }
  }
}
