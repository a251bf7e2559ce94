package org.lecturehighlights.architecture;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads tables by SQL alone, so that what is found there does not depend on names of classes. */
@ApplicationScoped
class StoredRows {
  private final DataSource database;

  StoredRows(DataSource database) {
    this.database = database;
  }

  /** The first column of all rows; sees what a transaction has written that is still open. */
  List<String> texts(String sql, Object... parameters) {
    List<String> texts = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tables cannot be read", e);
    }
    return texts;
  }

  /** The same of the only row. */
  String text(String sql, Object... parameters) {
    List<String> texts = texts(sql, parameters);
    if (texts.size() != 1) {
      throw new AssertionError(texts.size() + " rows of: " + sql);
    }
    return texts.getFirst();
  }
}
