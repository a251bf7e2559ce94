package org.lecturehighlights.database.migrate;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.lecturehighlights.database.DirectDatabase;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** Flyway's failures in one sentence each. */
final class FlywayFailure {
  private FlywayFailure() {}

  static Problem of(FlywayException failure, Flyway flyway) {
    return switch (failure) {
      case FlywayMigrateException failed when failed.getMigration() != null ->
          refused(
              "Migration %s (%s) failed, nothing of it was kept: %s"
                  .formatted(
                      failed.getMigration().getVersion(),
                      failed.getMigration().getScript(),
                      reason(failed)),
              failure);
      case FlywayValidateException invalid -> refused(invalid(flyway), invalid);
      default ->
          String.valueOf(failure.getMessage()).startsWith("Found non-empty schema")
              ? refused(
                  "The database holds tables but no history of migrations: if the predecessor made"
                      + " them, 'db adopt' takes them over; else 'db stamp VERSION' says which"
                      + " version they are",
                  failure)
              : refused(reason(failure), failure);
    };
  }

  private static String invalid(Flyway flyway) {
    var wrong = flyway.validateWithResult().invalidMigrations;
    return String.join(
            "; ",
            wrong.stream()
                .map(migration ->
                    oneLine(migration.errorDetails.errorMessage)
                            .replaceAll(" ?Either revert the changes.*", "")
                            .replaceAll(" ?Need to reset your baseline.*", "")
                        + Optional.ofNullable(migration.filepath)
                            .filter(path -> !path.isEmpty())
                            .map(path -> " (" + path + ")")
                            .orElse(""))
                .toList())
        + ": restore the scripts as they were applied, or accept them with 'db repair'";
  }

  /** The server's words where there are any. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return DirectDatabase.said(sql);
      }
    }
    return oneLine(String.valueOf(failure.getMessage()));
  }

  private static String oneLine(String text) {
    return String.join(" ", text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  private static Problem refused(String why, Throwable cause) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why, cause);
  }
}
