package org.lecturehighlights.service.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.TupleTransformer;
import org.jspecify.annotations.Nullable;

/** A row of SQL, read by the names of its columns. */
record NamedRow(Map<String, Object> columns) {
  /** One for all queries, since Hibernate finds a query's plan by its transformer, too. */
  static final TupleTransformer<NamedRow> TRANSFORMER = NamedRow::of;

  private static NamedRow of(Object[] values, String[] names) {
    Map<String, Object> columns = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i], values[i]);
    }
    return new NamedRow(columns);
  }

  /** A column that is never null. */
  <T> T get(String name, Class<T> type) {
    return Objects.requireNonNull(find(name, type), name);
  }

  <T> @Nullable T find(String name, Class<T> type) {
    return type.cast(columns.get(name));
  }
}
