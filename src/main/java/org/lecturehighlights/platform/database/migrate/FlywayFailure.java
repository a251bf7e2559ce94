package org.lecturehighlights.platform.database.migrate;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Turns Flyway's failures into one sentence each. */
final class FlywayFailure {
  private FlywayFailure() {}

  static Problem of(FlywayException failure, Flyway flyway) {
    return switch (failure) {
      case FlywayMigrateException failed when failed.getMigration() != null ->
          refused(
              (failed.isExecutableInTransaction()
                      ? "Migration %s (%s) failed and was rolled back: %s"
                      : "Migration %s (%s) failed outside a transaction: %s. Remove what is left "
                          + "of it, for example an invalid index, then run 'db repair'")
                  .formatted(
                      failed.getMigration().getVersion(),
                      failed.getMigration().getScript(),
                      reason(failed)),
              failure);
      case FlywayValidateException invalid -> refused(invalid(flyway), invalid);
      default ->
          String.valueOf(failure.getMessage()).startsWith("Found non-empty schema")
              ? refused(
                  "The database contains tables but no history of migrations. If the legacy "
                      + "service made them, run 'db adopt'; otherwise run 'db stamp VERSION' "
                      + "with the version that they have",
                  failure)
              : refused(reason(failure), failure);
    };
  }

  private static String invalid(Flyway flyway) {
    return String.join(
        "; ",
        flyway.validateWithResult().invalidMigrations.stream()
            .map(FlywayFailure::invalid)
            .toList());
  }

  private static String invalid(ValidateOutput wrong) {
    String script = Optional.ofNullable(wrong.filepath).orElse("");
    return switch (wrong.errorDetails.errorCode) {
      case CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED ->
          "Migration %s (%s) is not applied although a later one is: apply it with 'db upgrade --out-of-order', or give it the next free version"
              .formatted(wrong.version, script);
      case CoreErrorCode.FAILED_VERSIONED_MIGRATION ->
          "Migration %s (%s) failed halfway in an earlier attempt: remove what is left of it, then run 'db repair'"
              .formatted(wrong.version, script);
      default ->
          oneLine(wrong.errorDetails.errorMessage)
                  .replaceAll(" ?Either revert the changes.*", "")
                  .replaceAll(" ?Need to reset your baseline.*", "")
              + (script.isEmpty() ? "" : " (" + script + ")")
              + ": restore the scripts as they were applied, or accept them with 'db repair'";
    };
  }

  /** The server's message if there is one. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return DirectDatabase.serverMessage(sql);
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
