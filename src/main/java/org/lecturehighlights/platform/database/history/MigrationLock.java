package org.lecturehighlights.platform.database.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Patience;
import org.postgresql.PGConnection;

/**
 * The advisory lock under which Flyway migrates, taken for a whole session: it is released when the
 * connection ends. Flyway takes it a second time on the same connection, so it never waits for us.
 */
public final class MigrationLock {
  /** "Flyway" in ASCII, as in PostgreSQLAdvisoryLockTemplate of Flyway 12. */
  private static final long FLYWAY = 0x466C79776179L;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final String HOLDER =
      """
      select l.pid from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and ((l.classid::bigint << 32) | l.objid::bigint) = ?
        and l.database = (select oid from pg_database where datname = current_database())
      """;

  private MigrationLock() {}

  /**
   * Waits for the lock and holds it until the connection ends.
   *
   * @param maxWait the longest time to wait
   * @throws Problem MIGRATION_REFUSED if another session holds it for longer
   */
  public static void take(Connection connection, Duration maxWait) throws SQLException {
    long key = key(connection);
    try {
      if (Patience.of(maxWait).until(PAUSE, () -> tries(connection, key))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(
          ProblemKind.MIGRATION_REFUSED, "The wait for another migration was interrupted", e);
    }
    throw Problem.of(
        ProblemKind.MIGRATION_REFUSED,
        "Another migration is under way%s and did not end within %d s: wait for it, end it, or raise --lock-wait (at a start LECTURE_DATABASE_MIGRATION_WAIT)"
            .formatted(holder(connection, key), maxWait.toSeconds()));
  }

  /**
   * Why the lock may protect nothing: a pooler gives sessions numbers of its own, and one that
   * pools transactions hands each statement to whichever session is free.
   *
   * @return a sentence for the operator; empty if the server itself answers
   */
  public static Optional<String> poolerWarning(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select pg_backend_pid()")) {
      found.next();
      return found.getInt(1) == connection.unwrap(PGConnection.class).getBackendPID()
          ? Optional.empty()
          : Optional.of(
              "A connection pooler answers instead of the server. If it pools transactions, as PgBouncer can, other migrations are not locked out: set MIGRATION_DATABASE_URL to the address of the server itself");
    }
  }

  /** Flyway's key for the history table of the connection's current schema. */
  static long key(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select current_schema()")) {
      found.next();
      return key(found.getString(1));
    }
  }

  /** Flyway's key for the history table of a schema. */
  public static long key(String schema) {
    return FLYWAY + ("\"" + schema + "\".\"flyway_schema_history\"").hashCode();
  }

  private static boolean tries(Connection connection, long key) throws SQLException {
    try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, key);
      try (var found = statement.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }

  private static String holder(Connection connection, long key) throws SQLException {
    try (var statement = connection.prepareStatement(HOLDER)) {
      statement.setLong(1, key);
      try (var found = statement.executeQuery()) {
        return found.next() ? " in the server's process " + found.getInt(1) : "";
      }
    }
  }
}
