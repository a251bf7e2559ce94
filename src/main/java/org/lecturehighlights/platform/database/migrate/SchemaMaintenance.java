package org.lecturehighlights.platform.database.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.fingerprint.SchemaDifference;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;

/** Verifies, repairs and empties a database. */
public final class SchemaMaintenance {
  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Duration lockWait;

  public SchemaMaintenance(DirectDatabase database, MigrationScripts scripts, Duration lockWait) {
    this.database = database;
    this.scripts = scripts;
    this.lockWait = lockWait;
  }

  /**
   * Finds what is wrong: edited scripts, versions that are missing on either side, and a schema
   * that differs from the one recorded for its version.
   *
   * @return sentences; empty if all is well
   */
  public List<String> verify() {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = database.connect()) {
      var state = SchemaState.of(scripts, connection);
      state.unknown().forEach(version -> wrong.add("Version " + version + " has no script here"));
      state
          .pending()
          .forEach(script ->
              wrong.add("Version %s (%s) is pending".formatted(script.version(), script.upName())));
      for (var row : state.history().applied()) {
        state.scripts().stream()
            .filter(script -> script.version().equals(row.version()))
            .filter(script -> isEdited(script, row.checksum()))
            .forEach(script ->
                wrong.add(
                    "Version %s (%s) was edited after it was applied"
                        .formatted(script.version(), script.upName())));
      }
      state
          .current()
          .flatMap(scripts::schemaAfter)
          .ifPresent(expected -> wrong.addAll(drift(expected, connection)));
    } catch (SQLException e) {
      throw Failures.of("The database cannot be read", e);
    }
    return wrong;
  }

  private boolean isEdited(Migration script, @Nullable Integer applied) {
    return applied != null && applied != ScriptResources.checksum(scripts, script);
  }

  private static List<String> drift(String expected, Connection connection) {
    try {
      return SchemaDifference.between(expected, SchemaFingerprint.of(connection));
    } catch (SQLException e) {
      throw Failures.of("The schema cannot be read", e);
    }
  }

  /**
   * Records the current scripts as those that were applied, and removes failed attempts from the
   * history. Versions without a script stay as they are, because a newer package may know them.
   *
   * @return what was changed; empty if nothing
   */
  public List<String> repair() {
    Flyway flyway =
        Flyways.of(database, scripts, lockWait)
            .ignoreMigrationPatterns("*:missing", "*:future")
            .load();
    try {
      var done = flyway.repair();
      return Stream.concat(
              done.migrationsAligned.stream().map(m -> "Aligned " + m.version),
              done.migrationsRemoved.stream().map(m -> "Removed the failed " + m.version))
          .toList();
    } catch (FlywayException e) {
      throw FlywayFailure.of(e, flyway);
    }
  }

  /**
   * Drops everything in the schema, whoever made it.
   *
   * @throws Problem MIGRATION_REFUSED in production or without confirmation
   */
  public void reset(boolean confirmed) {
    if (database.production()) {
      throw Failures.refused(
          "This is production (according to ENVIRONMENT or, if that is unset, the profile prod): "
              + "reset drops everything and is refused here");
    }
    if (!confirmed) {
      throw Failures.refused(
          "reset drops everything in %s: confirm it with --yes".formatted(database.display()));
    }
    Flyway flyway = Flyways.of(database, scripts, lockWait).cleanDisabled(false).load();
    try {
      flyway.clean();
    } catch (FlywayException e) {
      throw FlywayFailure.of(e, flyway);
    }
  }
}
