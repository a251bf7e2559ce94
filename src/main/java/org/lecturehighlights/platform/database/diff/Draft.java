package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.database.lint.Finding;
import org.lecturehighlights.platform.database.lint.Rule;
import org.lecturehighlights.platform.database.lint.ScriptLint;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The bodies of a migration and of the script that undoes it.
 *
 * @param up each statement ends with a semicolon; a statement that loses data is marked {@code --
 *     DESTRUCTIVE}, one that existing rows can make fail {@code -- CHECK}
 */
record Draft(String up, String down) {
  private static final Pattern LOSES_DATA =
      Pattern.compile(
          "drop (?:table|schema|sequence|materialized view)\\b.*|truncate\\b.*|delete\\b.*"
              + "|alter table .*\\bdrop (?:column )?(?!constraint\\b|default\\b|not null\\b"
              + "|identity\\b|expression\\b).*");
  private static final Pattern MAY_CUT_DATA =
      Pattern.compile("alter table .* alter (?:column )?\\S+ (?:set data )?type\\b.*");

  /**
   * Drafts the scripts that lead from one schema to another and back.
   *
   * @return empty if there is no difference
   * @throws Problem MIGRATION_REFUSED if a trial shows that the scripts do not lead there and back
   */
  static Optional<Draft> between(
      ScratchDatabase present, ScratchDatabase desired, List<Rename> renames)
      throws IOException, SQLException {
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    try (ScratchDatabase renamed = present.copy()) {
      var renamings = RenamedSchema.apply(renames, renamed, desired);
      renamings.forEach(renaming -> up.add(renaming.statement() + ";\n"));
      var rest = SchemaScript.between(renamed.url(), desired.url());
      up.addAll(marked(rest.up()));
      down.addAll(marked(rest.down()));
      renamings.reversed().forEach(renaming -> down.add(renaming.undo() + ";\n"));
    }
    if (up.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(String.join("\n", up), String.join("\n", down));
    draft.tryOut(present, desired);
    return Optional.of(draft);
  }

  private void tryOut(ScratchDatabase present, ScratchDatabase desired)
      throws IOException, SQLException {
    try (ScratchDatabase tried = present.copy()) {
      runTo(desired, up, tried);
      runTo(present, down, tried);
    }
  }

  private static void runTo(ScratchDatabase goal, String script, ScratchDatabase tried)
      throws IOException {
    try {
      tried.run(script);
    } catch (SQLException e) {
      throw byHand("does not run (" + e.getMessage() + ")");
    }
    List<SqlStatement> left = SchemaScript.between(tried.url(), goal.url()).up();
    if (!left.isEmpty()) {
      throw byHand("would leave: " + left.getFirst().text());
    }
  }

  private static Problem byHand(String why) {
    return Problem.of(
        ProblemKind.MIGRATION_REFUSED, "Write this migration by hand: the generated script " + why);
  }

  private static List<String> marked(List<SqlStatement> statements) {
    String script =
        statements.stream()
            .map(statement -> statement.text().replace("\t", "  ") + ";\n")
            .collect(Collectors.joining());
    List<Finding> findings = ScriptLint.of("", script, true);
    return SqlScript.statements(script).stream()
        .map(statement -> {
          String checks =
              findings.stream()
                  .filter(finding -> finding.line() == statement.line())
                  .map(finding -> check(finding.rule(), statement))
                  .distinct()
                  .collect(Collectors.joining());
          return destruction(statement) + checks + statement.text() + ";\n";
        })
        .toList();
  }

  private static String destruction(SqlStatement statement) {
    if (LOSES_DATA.matcher(statement.plain()).matches()) {
      return "-- DESTRUCTIVE: this loses data\n";
    }
    return MAY_CUT_DATA.matcher(statement.plain()).matches()
        ? "-- DESTRUCTIVE: a narrower type cuts or refuses data\n"
        : "";
  }

  /**
   * On empty tables, where scripts are tried out, everything runs; on other tables existing rows
   * can make a statement fail.
   */
  private static String check(Rule broken, SqlStatement statement) {
    return switch (broken) {
      case ADDING_REQUIRED_FIELD ->
          "-- CHECK: fails if rows exist; give the column a default, or add it without NOT NULL, "
              + "fill it and then SET NOT NULL\n";
      case ADDING_NOT_NULLABLE_FIELD ->
          "-- CHECK: fails if rows contain null; fill the column first\n";
      case DISALLOWED_UNIQUE_CONSTRAINT, ADDING_SERIAL_PRIMARY_KEY_FIELD ->
          "-- CHECK: fails if rows have equal values; make them differ first\n";
      case ADDING_FOREIGN_KEY_CONSTRAINT, CONSTRAINT_MISSING_NOT_VALID ->
          "-- CHECK: fails if rows violate it; correct them first\n";
      default ->
          statement.plain().startsWith("create unique index ")
              ? "-- CHECK: fails if rows have equal values; make them differ first\n"
              : "";
    };
  }
}
