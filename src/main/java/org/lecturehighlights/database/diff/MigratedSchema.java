package org.lecturehighlights.database.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.ValidateOutput;
import org.lecturehighlights.database.DatabaseUrl;
import org.lecturehighlights.database.script.MigrationScripts;

/** The schema that the scripts make. */
final class MigratedSchema implements DesiredSchema {
  private final MigrationScripts scripts;

  MigratedSchema(MigrationScripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public void createIn(ScratchDatabase scratch) {
    flyway(scratch.url()).migrate();
  }

  /** Whether all scripts were applied to a database, and none that is not here. */
  boolean isHeadOf(DatabaseUrl live) {
    MigrationInfo[] all = flyway(live).info().all();
    return Arrays.stream(all)
        .filter(migration -> migration.getVersion() != null)
        .allMatch(migration -> migration.getState().isApplied() && migration.getState().isResolved());
  }

  /** How scripts and history contradict each other; empty if they do not. */
  List<String> contradictions(DatabaseUrl live) {
    var result = flyway(live).validateWithResult();
    List<String> lines = new ArrayList<>();
    for (ValidateOutput wrong : result.invalidMigrations) {
      lines.add(
          "V%s %s: %s".formatted(wrong.version, wrong.description, wrong.errorDetails.errorMessage));
    }
    if (!result.validationSuccessful && lines.isEmpty()) {
      lines.add(result.getAllErrorMessages());
    }
    return lines;
  }

  private Flyway flyway(DatabaseUrl url) {
    return Flyway.configure()
        .dataSource(url.jdbcUrl(), url.user(), url.password())
        .locations(scripts.flywayLocation())
        .validateMigrationNaming(true)
        .placeholderReplacement(false)
        .cleanDisabled(true)
        .load();
  }
}
