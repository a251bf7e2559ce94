package org.lecturehighlights.platform.database.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A hint that a name has changed. Without it, a comparison sees one thing dropped and another
 * added, and the data would be lost.
 *
 * @param table the column's table by its new name, null if a table itself is renamed
 */
public record Rename(@Nullable String table, String from, String to) {
  private static final Pattern COLUMN =
      Pattern.compile("([a-z_][a-z0-9_]*)\\.([a-z_][a-z0-9_]*):([a-z_][a-z0-9_]*)");
  private static final Pattern TABLE = Pattern.compile("([a-z_][a-z0-9_]*):([a-z_][a-z0-9_]*)");

  /**
   * Reads {@code table.old:new}; if the table is renamed as well, {@code table} is its new name.
   *
   * @throws Problem VALIDATION_ERROR if the text has another form
   */
  public static Rename ofColumn(String hint) {
    Matcher column = matched(COLUMN, hint, "--rename jobs.old_name:new_name");
    return new Rename(column.group(1), column.group(2), column.group(3));
  }

  /**
   * Reads {@code old:new}.
   *
   * @throws Problem VALIDATION_ERROR if the text has another form
   */
  public static Rename ofTable(String hint) {
    Matcher table = matched(TABLE, hint, "--rename-table old_name:new_name");
    return new Rename(null, table.group(1), table.group(2));
  }

  private static Matcher matched(Pattern pattern, String hint, String example) {
    Matcher matcher = pattern.matcher(hint);
    if (!matcher.matches()) {
      throw Problem.of(
          ProblemKind.VALIDATION_ERROR, "'" + hint + "' is not a renaming; write " + example);
    }
    return matcher;
  }

  boolean isOfTable() {
    return table == null;
  }

  Rename reversed() {
    return new Rename(table, to, from);
  }

  /** The statement, without a semicolon. */
  String statement() {
    return table == null
        ? "ALTER TABLE public.%s RENAME TO %s".formatted(from, to)
        : "ALTER TABLE public.%s RENAME COLUMN %s TO %s".formatted(table, from, to);
  }
}
