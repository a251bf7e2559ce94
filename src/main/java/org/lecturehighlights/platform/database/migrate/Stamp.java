package org.lecturehighlights.platform.database.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.fingerprint.SchemaDifference;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.history.History;
import org.lecturehighlights.platform.database.history.HistoryRow;
import org.lecturehighlights.platform.database.history.MigrationLock;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.Revisions;
import org.lecturehighlights.platform.problem.Problem;

/** Records in the history which version a database has, without running any script. */
public final class Stamp {
  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Consumer<String> progress;

  public Stamp(DirectDatabase database, MigrationScripts scripts, Consumer<String> progress) {
    this.database = database;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Stamps the database with a target.
   *
   * @param force even if nothing is applied and the schema differs from that of the target
   * @param purge delete the whole history first
   * @throws Problem MIGRATION_REFUSED with the reason
   */
  public void as(String target, boolean force, boolean purge, Duration lockWait) {
    Optional<Migration> last;
    try (Connection connection = database.connect()) {
      MigrationLock.take(connection, lockWait);
      var state = SchemaState.of(scripts, connection);
      int point = new Revisions(scripts.all()).point(target, state.point());
      last = point == 0 ? Optional.empty() : Optional.of(scripts.all().get(point - 1));
      if (state.history().applied().isEmpty() && last.isPresent() && !force) {
        requireSchema(last.get(), connection);
      }
      progress.accept(
          "Running stamp_revision %s -> %s"
              .formatted(state.current().orElse(""), last.map(Migration::version).orElse("")));
      connection.setAutoCommit(false);
      if (purge) {
        History.purge(connection);
      } else {
        forgetAbove(last, state, connection);
      }
      connection.commit();
    } catch (SQLException e) {
      throw Failures.of("The stamp failed, nothing was changed", e);
    }
    last.ifPresent(migration -> recordUpTo(migration, lockWait));
  }

  private void requireSchema(Migration migration, Connection connection) throws SQLException {
    Optional<String> expected = scripts.schemaAfter(migration.version());
    if (expected.isEmpty()) {
      return;
    }
    List<String> differences =
        SchemaDifference.between(expected.get(), SchemaFingerprint.of(connection));
    if (!differences.isEmpty()) {
      differences.forEach(progress);
      throw Failures.refused(
          "The schema is not that of %s (%d differences, listed above): stamp the version that it has, or add --force"
              .formatted(migration.version(), differences.size()));
    }
  }

  private static void forgetAbove(
      Optional<Migration> last, SchemaState state, Connection connection) throws SQLException {
    for (HistoryRow row : state.history().applied().reversed()) {
      var version = MigrationVersion.fromVersion(String.valueOf(row.version()));
      boolean above =
          last.map(Migration::version)
              .map(MigrationVersion::fromVersion)
              .map(lowest -> version.compareTo(lowest) > 0)
              .orElse(true);
      if (above) {
        History.delete(connection, row, "stamp", 0);
      }
    }
  }

  private void recordUpTo(Migration last, Duration lockWait) {
    Flyway flyway =
        Flyways.of(database, scripts, lockWait)
            .target(last.version())
            .skipExecutingMigrations(true)
            .outOfOrder(true)
            .load();
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw FlywayFailure.of(e, flyway);
    }
  }
}
