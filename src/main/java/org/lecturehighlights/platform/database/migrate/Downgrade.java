package org.lecturehighlights.platform.database.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.history.History;
import org.lecturehighlights.platform.database.history.MigrationLock;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.ScriptTransactions;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Undoes migrations, latest first, in one transaction: all of them or none. One that must run
 * outside a transaction is undone by itself. Each leaves a row of type DELETE in Flyway's history,
 * so that the history only grows and Flyway offers the migration again.
 */
public final class Downgrade {
  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Consumer<String> progress;

  public Downgrade(DirectDatabase database, MigrationScripts scripts, Consumer<String> progress) {
    this.database = database;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Undoes everything above a target.
   *
   * @param confirmed required in production
   * @throws Problem MIGRATION_REFUSED with the reason; then nothing was changed
   */
  public void to(String target, boolean confirmed, Duration lockWait) {
    if (database.production() && !confirmed) {
      throw Failures.refused(
          "This is production (according to ENVIRONMENT or, if that is unset, the profile prod), "
              + "and a downgrade can lose data: confirm it with --yes");
    }
    try (Connection connection = database.connect()) {
      MigrationLock.poolerWarning(connection).ifPresent(progress);
      MigrationLock.take(connection, lockWait);
      // The same limit as for upgrades: a statement that waits for a table makes all others wait
      // behind it.
      execute("SET lock_timeout = '%s'".formatted(Flyways.LOCK_TIMEOUT), connection);
      var state = SchemaState.of(scripts, connection);
      List<DowngradePlan.Step> steps = DowngradePlan.of(state, target, scripts);
      if (steps.size() == 1
          && !ScriptTransactions.inTransaction(scripts, steps.getFirst().script())) {
        undoOutside(steps.getFirst(), connection);
        return;
      }
      connection.setAutoCommit(false);
      for (DowngradePlan.Step step : steps) {
        progress.accept(Progress.downgrade(scripts.all(), step.migration()));
        undo(step, connection);
      }
      connection.commit();
    } catch (SQLException e) {
      throw Failures.of("The downgrade failed, nothing was changed", e);
    }
  }

  private void undo(DowngradePlan.Step step, Connection connection) {
    long begin = System.nanoTime();
    try {
      execute(scripts.text(step.script()), connection);
      record(step, begin, connection);
    } catch (SQLException e) {
      throw Failures.of(
          "Undoing %s (%s) failed, nothing was changed"
              .formatted(step.migration().version(), step.migration().downName()),
          e);
    }
  }

  /** Each statement takes effect at once, as CREATE INDEX CONCURRENTLY requires. */
  private void undoOutside(DowngradePlan.Step step, Connection connection) throws SQLException {
    progress.accept(Progress.downgrade(scripts.all(), step.migration()));
    long begin = System.nanoTime();
    for (SqlStatement statement : SqlScript.statements(scripts.text(step.script()))) {
      try {
        execute(statement.text(), connection);
      } catch (SQLException e) {
        throw Failures.of(
            "Undoing %s (%s) failed at line %d. Everything before that line is done, because the script runs outside a transaction: remove the cause and run the downgrade again"
                .formatted(
                    step.migration().version(), step.migration().downName(), statement.line()),
            e);
      }
    }
    record(step, begin, connection);
  }

  private static void execute(String sql, Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false); // Braces belong to the script, not to JDBC.
      statement.execute(sql);
    }
  }

  private static void record(DowngradePlan.Step step, long begin, Connection connection)
      throws SQLException {
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    History.delete(connection, step.row(), step.migration().downName(), millis);
  }
}
