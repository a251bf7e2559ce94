package org.lecturehighlights.database.diff;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lecturehighlights.database.statement.SqlStatement;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/**
 * The bodies of a migration and of the script that undoes it.
 *
 * @param up each statement ends with a semicolon; what loses data is marked {@code -- DESTRUCTIVE}
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
   * Between two schemas.
   *
   * @return empty if there is no difference
   * @throws Problem MIGRATION_REFUSED if the scripts, tried out, do not lead there and back
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
      rest.up().forEach(statement -> up.add(marked(statement)));
      rest.down().forEach(statement -> down.add(marked(statement)));
      renamings.reversed().forEach(renaming -> down.add(renaming.undo() + ";\n"));
    }
    if (up.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(String.join("\n", up), String.join("\n", down));
    draft.prove(present, desired);
    return Optional.of(draft);
  }

  private void prove(ScratchDatabase present, ScratchDatabase desired)
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
        ProblemKind.MIGRATION_REFUSED, "Write this migration by hand: what was generated " + why);
  }

  private static String marked(SqlStatement statement) {
    String mark = "";
    if (LOSES_DATA.matcher(statement.plain()).matches()) {
      mark = "-- DESTRUCTIVE: this loses data\n";
    } else if (MAY_CUT_DATA.matcher(statement.plain()).matches()) {
      mark = "-- DESTRUCTIVE: a narrower type cuts or refuses data\n";
    }
    return mark + statement.text().replace("\t", "  ") + ";\n";
  }
}
