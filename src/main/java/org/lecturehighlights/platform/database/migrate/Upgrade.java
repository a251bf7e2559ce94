package org.lecturehighlights.platform.database.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.history.MigrationLock;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.Revisions;
import org.lecturehighlights.platform.database.script.ScriptTransactions;
import org.lecturehighlights.platform.problem.Problem;

/** Applies migrations, through Flyway. */
public final class Upgrade {

  /**
   * Options of an upgrade.
   *
   * @param singleTransaction all or nothing, instead of one transaction for each migration
   * @param outOfOrder also migrations below the current version that were never applied
   * @param lockWait how long to wait for another migration
   */
  public record Options(boolean singleTransaction, boolean outOfOrder, Duration lockWait) {}

  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Consumer<String> progress;

  public Upgrade(DirectDatabase database, MigrationScripts scripts, Consumer<String> progress) {
    this.database = database;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Applies what is missing up to a target. If the target is below the current version, nothing
   * happens.
   *
   * @return the number of applied migrations
   * @throws Problem MIGRATION_REFUSED with the reason
   */
  public int to(String target, Options options) {
    int current;
    List<String> unknown;
    List<Migration> pending;
    try (Connection connection = database.connect()) {
      MigrationLock.poolerWarning(connection).ifPresent(progress);
      var state = SchemaState.of(scripts, connection);
      current = state.point();
      unknown = state.unknown();
      pending = state.pending();
    } catch (SQLException e) {
      throw Failures.of("The history of migrations cannot be read", e);
    }
    int point = new Revisions(scripts.all()).point(target, current);
    if (!unknown.isEmpty()) {
      progress.accept(
          "The database is ahead of this package, which does not know "
              + String.join(", ", unknown));
    }
    if (point == 0) {
      return 0;
    }
    Migration last = scripts.all().get(point - 1);
    List<Migration> steps =
        scripts.all().subList(0, point).stream().filter(pending::contains).toList();
    steps.forEach(step -> ScriptTransactions.check(scripts, step.upResource()));
    if (options.singleTransaction() && steps.size() > 1) {
      steps.forEach(this::requireInTransaction);
    }
    Flyway flyway =
        Flyways.of(database, scripts, options.lockWait())
            .target(last.version())
            .group(options.singleTransaction())
            .outOfOrder(options.outOfOrder())
            .callbacks(new Progress(scripts.all(), progress))
            .load();
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw FlywayFailure.of(e, flyway);
    }
  }

  private void requireInTransaction(Migration step) {
    if (!ScriptTransactions.inTransaction(scripts, step.upResource())) {
      throw Failures.refused(
          "Migration %s (%s) runs outside a transaction: upgrade without --single-transaction. Nothing was changed"
              .formatted(step.version(), step.upName()));
    }
  }
}
