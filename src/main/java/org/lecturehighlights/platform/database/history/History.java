package org.lecturehighlights.platform.database.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A database's history of migrations.
 *
 * @param rows by rank; empty if there is no history table
 */
public record History(List<HistoryRow> rows) {
  private static final String TABLE = "flyway_schema_history";

  /** Reads the history from the connection's current schema. */
  public static History of(Connection connection) throws SQLException {
    List<HistoryRow> rows = new ArrayList<>();
    if (exists(connection)) {
      try (var statement = connection.createStatement();
          var found =
              statement.executeQuery(
                  "select installed_rank, version, description, type, checksum, success from "
                      + TABLE
                      + " order by installed_rank")) {
        while (found.next()) {
          rows.add(
              new HistoryRow(
                  found.getInt(1),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4),
                  found.getObject(5, Integer.class),
                  found.getBoolean(6)));
        }
      }
    }
    return new History(rows);
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select to_regclass(quote_ident(current_schema()) || '." + TABLE + "')")) {
      return found.next() && found.getString(1) != null;
    }
  }

  /** The rows of the migrations that are applied now, in the order in which they were applied. */
  public List<HistoryRow> applied() {
    Map<MigrationVersion, HistoryRow> applied = new LinkedHashMap<>();
    for (HistoryRow row : rows) {
      if (row.version() == null || !row.success()) {
        continue;
      }
      var version = MigrationVersion.fromVersion(row.version());
      applied.remove(version);
      if (!row.type().equals("DELETE")) {
        applied.put(version, row);
      }
    }
    return List.copyOf(applied.values());
  }

  /** The highest version that is applied. */
  public Optional<String> current() {
    return applied().stream()
        .map(row -> MigrationVersion.fromVersion(String.valueOf(row.version())))
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion);
  }

  /**
   * Records, as Flyway's repair does, that a version is no longer applied; Flyway then offers it
   * again.
   *
   * @param script the script that undid it
   */
  public static void delete(Connection connection, HistoryRow row, String script, long millis)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into "
                + TABLE
                + " (installed_rank, version, description, type, script, checksum, installed_by,"
                + " execution_time, success)"
                + " select max(installed_rank) + 1, ?, ?, 'DELETE', ?, ?, current_user, ?, true from "
                + TABLE)) {
      insert.setString(1, row.version());
      insert.setString(2, row.description());
      insert.setString(3, script);
      insert.setObject(4, row.checksum(), Types.INTEGER);
      insert.setInt(5, Math.toIntExact(millis));
      insert.executeUpdate();
    }
  }

  /** Removes every row, and with them the record of what was done. */
  public static void purge(Connection connection) throws SQLException {
    if (exists(connection)) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("delete from " + TABLE);
      }
    }
  }
}
