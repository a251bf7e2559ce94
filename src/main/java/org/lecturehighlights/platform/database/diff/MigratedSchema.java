package org.lecturehighlights.platform.database.diff;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** The schema that the scripts make. */
final class MigratedSchema implements DesiredSchema {
  private final Path resources;

  /**
   * Makes the schema with the scripts of a checkout.
   *
   * @param resources the directory that contains {@code db}
   */
  MigratedSchema(Path resources) {
    this.resources = resources;
  }

  @Override
  public void createIn(ScratchDatabase scratch) {
    flyway(scratch.url()).migrate();
  }

  /**
   * Says, in Alembic's words, that migrations must be applied first.
   *
   * @throws Problem MIGRATION_REFUSED unless exactly these scripts have been applied to the
   *     database
   */
  void requireHeadOf(DatabaseUrl live) throws SQLException {
    try (Connection connection = ScratchDatabase.connect(live)) {
      if (!SchemaState.of(MigrationScripts.in(resources), connection).isAtHead()) {
        throw Problem.of(ProblemKind.MIGRATION_REFUSED, "Target database is not up to date.");
      }
    }
  }

  /** How scripts and history contradict each other; empty if they agree. */
  List<String> contradictions(DatabaseUrl live) {
    var result = flyway(live).validateWithResult();
    List<String> lines = new ArrayList<>();
    for (ValidateOutput wrong : result.invalidMigrations) {
      lines.add(
          "V%s %s: %s"
              .formatted(wrong.version, wrong.description, wrong.errorDetails.errorMessage));
    }
    if (!result.validationSuccessful && lines.isEmpty()) {
      lines.add(result.getAllErrorMessages());
    }
    return lines;
  }

  private Flyway flyway(DatabaseUrl url) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(url.jdbcUrl(), url.user(), url.password())
            .locations("filesystem:" + resources.toAbsolutePath().resolve("db/migration"))
            .validateMigrationNaming(true)
            .placeholderReplacement(false)
            .cleanDisabled(true);
    // A transaction that holds the lock would make CREATE INDEX CONCURRENTLY wait for ever.
    flyway
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway.load();
  }
}
