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
 * Whether scripts run in the transaction that also writes the history. Outside of it runs a script
 * of which Flyway's settings beside it, like {@code V12__x.sql.conf}, say {@code
 * executeInTransaction=false}, and one that holds nothing but statements like {@code CREATE INDEX
 * CONCURRENTLY}. What holds for Flyway's scripts holds for those that undo them.
 */
public final class ScriptTransactions {
  private ScriptTransactions() {}

  /** Whether it runs in a transaction. */
  public static boolean inTransaction(MigrationScripts scripts, String resource) {
    return marked(scripts, resource)
        .orElseGet(() ->
            SqlScript.statements(scripts.text(resource)).stream()
                .noneMatch(SqlStatement::refusesTransaction));
  }

  /** Whether its settings say that it runs outside. */
  public static boolean isMarkedOutside(MigrationScripts scripts, String resource) {
    return marked(scripts, resource).filter(inside -> !inside).isPresent();
  }

  /**
   * Finds before anything runs what would end or leave the transaction of a script.
   *
   * @throws Problem MIGRATION_REFUSED if the script begins or ends transactions itself, or if only
   *     some of its statements can run in one
   */
  public static void check(MigrationScripts scripts, String resource) {
    List<SqlStatement> statements = SqlScript.statements(scripts.text(resource));
    for (SqlStatement statement : statements) {
      if (statement.controlsTransaction()) {
        throw refused(
            "%s, line %d: %s does not belong in a migration, which runs in a transaction of its own: remove it, or divide the migration in two; nothing was changed"
                .formatted(resource, statement.line(), firstWord(statement)));
      }
    }
    if (marked(scripts, resource).isPresent()) {
      return;
    }
    long outside = statements.stream().filter(SqlStatement::refusesTransaction).count();
    if (outside > 0 && outside < statements.size()) {
      throw refused(
          "%s holds both what must and what must not run in a transaction: divide it in two, or write executeInTransaction=false into %s.conf; nothing was changed"
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
