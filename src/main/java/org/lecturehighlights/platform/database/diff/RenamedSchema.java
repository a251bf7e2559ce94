package org.lecturehighlights.platform.database.diff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Turns hints into statements, including statements for objects that are named after a table or
 * column.
 */
final class RenamedSchema {
  /**
   * Without semicolons.
   *
   * @param undo the statement that reverses it
   */
  record Renaming(String statement, String undo) {}

  /**
   * Objects that belong to a table and have names of their own, with the keyword that renames them.
   */
  private static final String DEPENDENT_NAMES =
      """
      select 'SEQUENCE' as kind, s.relname as name from pg_depend d
        join pg_class s on s.oid = d.objid and s.relkind = 'S' and d.deptype in ('a', 'i')
        where d.refobjid = to_regclass('public.' || ?)
      union all
      select 'CONSTRAINT', conname from pg_constraint where conrelid = to_regclass('public.' || ?)
      union all
      select 'INDEX', i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
        where x.indrelid = to_regclass('public.' || ?)
          and not exists (select from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u', 'x'))
      union all
      select 'TRIGGER', tgname from pg_trigger
        where tgrelid = to_regclass('public.' || ?) and not tgisinternal
      order by 1, 2
      """;

  private record Name(String kind, String name) {

    Renaming renaming(String table, String to) {
      return new Renaming(renamed(table, to), new Name(kind, to).renamed(table, name));
    }

    private String renamed(String table, String to) {
      return switch (kind) {
        case "CONSTRAINT" ->
            "ALTER TABLE public.%s RENAME CONSTRAINT %s TO %s".formatted(table, name, to);
        case "TRIGGER" -> "ALTER TRIGGER %s ON public.%s RENAME TO %s".formatted(name, table, to);
        default -> "ALTER %s public.%s RENAME TO %s".formatted(kind, name, to);
      };
    }
  }

  private RenamedSchema() {}

  /**
   * Renames in one database and returns the statements that did so, in order.
   *
   * @param renamed is changed
   * @param desired where the new names exist
   * @throws Problem VALIDATION_ERROR if an old name does not exist, or a new one does not exist in
   *     the desired schema
   */
  static List<Renaming> apply(List<Rename> hints, ScratchDatabase renamed, ScratchDatabase desired)
      throws SQLException {
    List<Renaming> done = new ArrayList<>();
    // Tables first: the hints for columns name them by their new names.
    List<Rename> ordered =
        hints.stream().sorted(Comparator.comparing(Rename::isOfTable).reversed()).toList();
    try (Connection old = renamed.connect();
        Connection wanted = desired.connect()) {
      for (Rename hint : ordered) {
        requireExists(old, hint, hint.from(), "no longer");
        requireExists(wanted, hint, hint.to(), "not yet");
        run(old, new Renaming(hint.statement(), hint.reversed().statement()), done);
        renameDependents(hint, old, wanted, done);
      }
    }
    return done;
  }

  private static void renameDependents(
      Rename hint, Connection old, Connection wanted, List<Renaming> done) throws SQLException {
    String table = hint.table() == null ? hint.to() : hint.table();
    List<Name> present = names(old, table);
    List<Name> desired = names(wanted, table);
    for (Name name : present) {
      String to = name.name().replaceAll("(?<=^|_)" + hint.from() + "(?=_|$)", hint.to());
      var target = new Name(name.kind(), to);
      if (!desired.contains(name) && desired.contains(target) && !present.contains(target)) {
        run(old, name.renaming(table, to), done);
      }
    }
  }

  private static void run(Connection connection, Renaming renaming, List<Renaming> done)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(renaming.statement());
    }
    done.add(renaming);
  }

  private static void requireExists(Connection connection, Rename hint, String name, String when)
      throws SQLException {
    String sql =
        hint.isOfTable()
            ? "select to_regclass('public.' || ?) is not null"
            : "select exists (select from information_schema.columns where table_schema = 'public'"
                + " and column_name = ? and table_name = ?)";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      if (!hint.isOfTable()) {
        query.setString(2, hint.table());
      }
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !row.getBoolean(1)) {
          String what = hint.isOfTable() ? "table " + name : "column " + hint.table() + "." + name;
          throw Problem.of(
              ProblemKind.VALIDATION_ERROR, "Cannot rename: there is " + when + " a " + what);
        }
      }
    }
  }

  private static List<Name> names(Connection connection, String table) throws SQLException {
    List<Name> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(DEPENDENT_NAMES)) {
      for (int i = 1; i <= 4; i++) {
        query.setString(i, table);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(new Name(row.getString(1), row.getString(2)));
        }
      }
    }
    return names;
  }
}
