package org.lecturehighlights.platform.database.adopt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Alembic, the tool of the legacy service, says about a database.
 *
 * @param revisions the rows of its table, in order; a healthy database has exactly one
 */
record AlembicVersion(List<String> revisions) {

  /** Empty if the connection's current schema has no such table. */
  static Optional<AlembicVersion> of(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var table =
          statement.executeQuery(
              "select to_regclass(quote_ident(current_schema()) || '.alembic_version') is not null")) {
        if (!table.next() || !table.getBoolean(1)) {
          return Optional.empty();
        }
      }
      List<String> revisions = new ArrayList<>();
      try (var rows =
          statement.executeQuery("select version_num from alembic_version order by version_num")) {
        while (rows.next()) {
          revisions.add(rows.getString(1));
        }
      }
      return Optional.of(new AlembicVersion(List.copyOf(revisions)));
    }
  }
}
