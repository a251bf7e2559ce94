package org.lecturehighlights.platform.database.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.ScriptTransactions;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;

/**
 * Checks one migration. A comment {@code -- lint: allow <rule> <reason>} on a line of its own
 * switches the rule off for the whole script; without a reason it has no effect.
 */
public final class ScriptLint {
  private static final Pattern ALLOW =
      Pattern.compile("(?m)^\\s*--\\s*lint:\\s*allow\\s+([a-z-]+)[ \\t]+\\S");
  private static final Pattern CREATE_TABLE =
      Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\S+?)(?: ?\\(.*| as .*|$)");

  private ScriptLint() {}

  /** The findings in all migrations, in order. */
  public static List<Finding> of(MigrationScripts scripts) {
    return scripts.all().stream()
        .flatMap(migration ->
            Stream.concat(
                up(migration, scripts),
                migration.downResource().stream()
                    .flatMap(resource -> down(migration, scripts.text(resource)))))
        .toList();
  }

  private static Stream<Finding> up(Migration migration, MigrationScripts scripts) {
    String resource = migration.upResource();
    boolean inTransaction = !ScriptTransactions.isMarkedOutside(scripts, resource);
    return of(migration.upName(), scripts.text(resource), inTransaction).stream();
  }

  /**
   * Undo scripts may drop and lock, because that is their purpose; but they must not end their
   * transaction.
   */
  private static Stream<Finding> down(Migration migration, String script) {
    return SqlScript.statements(script).stream()
        .filter(SqlStatement::controlsTransaction)
        .map(statement ->
            new Finding(migration.downName(), statement.line(), Rule.TRANSACTION_NESTING));
  }

  /**
   * The findings in the order of the script; statements about tables that the script itself creates
   * break no rule.
   *
   * @param name of the script's file, for the findings
   * @param inTransaction false if the script's settings say {@code executeInTransaction=false}
   */
  public static List<Finding> of(String name, String script, boolean inTransaction) {
    Set<String> allowed = allowedRules(script);
    Set<String> newTables = new HashSet<>();
    return SqlScript.statements(script).stream()
        .flatMap(statement -> {
          Matcher created = CREATE_TABLE.matcher(statement.plain());
          if (created.matches()) {
            newTables.add(SqlScript.name(created.group(1)));
          }
          return brokenRules(statement, newTables, inTransaction).stream()
              .distinct()
              .map(rule -> new Finding(name, statement.line(), rule));
        })
        .filter(finding -> !allowed.contains(finding.rule().id()))
        .toList();
  }

  private static Set<String> allowedRules(String script) {
    Set<String> allowed = new HashSet<>();
    Matcher allow = ALLOW.matcher(script);
    while (allow.find()) {
      allowed.add(allow.group(1));
    }
    return allowed;
  }

  private static List<Rule> brokenRules(
      SqlStatement statement, Set<String> newTables, boolean inTransaction) {
    return statement.plain().startsWith("alter table ")
        ? TableRules.broken(statement.plain(), newTables)
        : StatementRules.broken(statement, newTables, inTransaction);
  }
}
