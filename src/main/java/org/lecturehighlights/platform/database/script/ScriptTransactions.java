package org.lecturehighlights.platform.database.script;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Whether scripts run in the transaction that also writes the history. A script runs outside it if
 * the file of Flyway settings next to it, like {@code V12__x.sql.conf}, says {@code
 * executeInTransaction=false}, or if it contains nothing but statements like {@code CREATE INDEX
 * CONCURRENTLY}. The same applies to undo scripts.
 */
public final class ScriptTransactions {
  private ScriptTransactions() {}

  /** Whether a script runs in a transaction. */
  public static boolean inTransaction(MigrationScripts scripts, String resource) {
    return marked(scripts, resource)
        .orElseGet(() ->
            SqlScript.statements(scripts.text(resource)).stream()
                .noneMatch(SqlStatement::refusesTransaction));
  }

  /** Whether its settings say that it runs outside a transaction. */
  public static boolean isMarkedOutside(MigrationScripts scripts, String resource) {
    return marked(scripts, resource).filter(inside -> !inside).isPresent();
  }

  /**
   * Finds statements that would end or leave the transaction of a script, before anything runs.
   *
   * @throws Problem MIGRATION_REFUSED if the script begins or ends transactions itself, or if only
   *     some of its statements can run in one
   */
  public static void check(MigrationScripts scripts, String resource) {
    List<SqlStatement> statements = SqlScript.statements(scripts.text(resource));
    for (SqlStatement statement : statements) {
      if (statement.controlsTransaction()) {
        throw refused(
            "%s, line %d: %s does not belong in a migration, which runs in a transaction of its own: remove it, or split the migration in two. Nothing was changed"
                .formatted(resource, statement.line(), firstWord(statement)));
      }
    }
    if (marked(scripts, resource).isPresent()) {
      return;
    }
    long outside = statements.stream().filter(SqlStatement::refusesTransaction).count();
    if (outside > 0 && outside < statements.size()) {
      throw refused(
          "%s contains both statements that must run in a transaction and statements that must not: split it in two, or write executeInTransaction=false into %s.conf. Nothing was changed"
              .formatted(resource, resource));
    }
  }

  private static Optional<Boolean> marked(MigrationScripts scripts, String resource) {
    return scripts
        .settings(resource)
        .map(settings -> settings.getProperty("executeInTransaction"))
        .map(value -> Boolean.valueOf(value.strip()));
  }

  static Properties read(String text) {
    var settings = new Properties();
    try {
      settings.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read settings", e);
    }
    return settings;
  }

  private static String firstWord(SqlStatement statement) {
    return statement.text().split("\\s", 2)[0];
  }

  private static Problem refused(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
