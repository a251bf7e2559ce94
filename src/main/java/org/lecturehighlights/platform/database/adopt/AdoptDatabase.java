package org.lecturehighlights.platform.database.adopt;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.fingerprint.SchemaDifference;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.history.History;
import org.lecturehighlights.platform.database.migrate.Stamp;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Gives a database of the legacy service the history that Flyway would have written, if its schema
 * is exactly that of the migration that its Alembic revision equals. No table of the legacy service
 * is changed, not even {@code alembic_version}, so that it can go on using the database until the
 * next migration is applied.
 */
public final class AdoptDatabase {
  /** Serialises only adoptions, because the stamp takes Flyway's own lock. */
  private static final long LOCK = 0x4C48_6164_6F70_7400L;

  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Consumer<String> progress;

  /**
   * @param progress receives a line for each step
   */
  public AdoptDatabase(
      DirectDatabase database, MigrationScripts scripts, Consumer<String> progress) {
    this.database = database;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Adopts the database now.
   *
   * @return the version with which it was stamped
   * @throws Problem MIGRATION_REFUSED with the reason if it cannot be adopted; then nothing was
   *     changed
   */
  public String adopt(Duration lockWait) {
    return underLock(lockWait, connection -> Optional.of(adopt(connection, lockWait)))
        .orElseThrow();
  }

  /**
   * Adopts the database if it contains tables but no history of migrations.
   *
   * @return the version with which it was stamped; empty if there was nothing to adopt
   * @throws Problem MIGRATION_REFUSED as in {@link #adopt}
   */
  public Optional<String> adoptIfNeeded(Duration lockWait) {
    try (Connection connection = database.connect()) {
      if (!isNeeded(connection)) {
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    return underLock(
        lockWait,
        connection ->
            isNeeded(connection) ? Optional.of(adopt(connection, lockWait)) : Optional.empty());
  }

  /**
   * Looks at the tables first: a process that is migrating at this moment commits tables together
   * with their row in the history, so whoever has seen the tables will see the row.
   */
  private static boolean isNeeded(Connection connection) throws SQLException {
    boolean tables =
        !SchemaFingerprint.of(connection).isEmpty() || AlembicVersion.of(connection).isPresent();
    return tables && History.of(connection).rows().isEmpty();
  }

  private String adopt(Connection connection, Duration lockWait) throws SQLException {
    Optional<AlembicVersion> alembic = AlembicVersion.of(connection);
    String fingerprint = SchemaFingerprint.of(connection);
    refuseHistory(History.of(connection), alembic.isPresent());
    if (alembic.isEmpty() && fingerprint.isEmpty()) {
      throw refused(
          "The database is empty, so there is nothing to adopt: 'db upgrade head' "
              + "creates the tables");
    }
    Migration equal = alembic.isPresent() ? equal(alembic.get().revisions()) : first();
    requireSchema(equal, fingerprint);
    progress.accept(
        "Adopting the legacy database at %s as version %s"
            .formatted(equal.alembicId().orElse("its first migration"), equal.version()));
    new Stamp(database, scripts, progress).as(equal.version(), true, false, lockWait);
    return equal.version();
  }

  private static void refuseHistory(History history, boolean alembic) {
    if (history.rows().isEmpty()) {
      return;
    }
    String version = history.current().map(at -> "at version " + at).orElse("at its base");
    throw refused(
        alembic
            ? "The database has both tables, alembic_version and flyway_schema_history (%s): it was adopted already. Run 'db upgrade head' to migrate it further"
                .formatted(version)
            : "The database has a history of migrations already (%s), so there is nothing to adopt"
                .formatted(version));
  }

  private Migration equal(List<String> revisions) {
    String known =
        scripts.all().stream()
            .flatMap(migration -> migration.alembicId().stream())
            .collect(Collectors.joining(", "));
    if (revisions.isEmpty()) {
      throw refused(
          "alembic_version has no row: the last migration of the legacy service was undone or did not finish. Bring it to revision %s with Alembic first, or drop that table if there are no others"
              .formatted(known));
    }
    if (revisions.size() > 1) {
      throw refused(
          "alembic_version has %d rows (%s) instead of one: merge them to revision %s with Alembic first"
              .formatted(revisions.size(), String.join(", ", revisions), known));
    }
    String revision = revisions.getFirst();
    return scripts.all().stream()
        .filter(migration -> migration.alembicId().equals(Optional.of(revision)))
        .findFirst()
        .orElseThrow(() ->
            refused(
                "alembic_version names revision '%s', which no migration here equals: only %s can be adopted"
                    .formatted(revision, known)));
  }

  /** Tables that the legacy service made without Alembic can only have its one schema. */
  private Migration first() {
    return scripts.all().getFirst();
  }

  private void requireSchema(Migration migration, String fingerprint) {
    String expected =
        scripts
            .schemaAfter(migration.version())
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.INTERNAL_SERVER_ERROR,
                    "This package lacks the schema of version %s: build the package again"
                        .formatted(migration.version())));
    List<String> differences = SchemaDifference.between(expected, fingerprint);
    if (!differences.isEmpty()) {
      throw refused(
          "The schema is not that of version %s%s, so nothing was changed. Differences: %s"
              .formatted(
                  migration.version(),
                  migration.alembicId().map(id -> " (Alembic's " + id + ")").orElse(""),
                  String.join("; ", differences)));
    }
  }

  /** Work that needs a connection that holds the lock of adoptions. */
  private interface Locked<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T underLock(Duration maxWait, Locked<T> work) {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("set lock_timeout = " + Math.max(1, maxWait.toMillis()));
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      return work.run(connection);
    } catch (SQLException e) {
      throw "55P03".equals(e.getSQLState())
          ? refused(
              "Another process has been adopting the database for too long: end that "
                  + "process and try again")
          : unreadable(e);
    }
  }

  private static Problem unreadable(SQLException why) {
    return Problem.of(
        ProblemKind.DATABASE_UNAVAILABLE,
        "The database cannot be read: " + DirectDatabase.serverMessage(why),
        why);
  }

  private static Problem refused(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
