package org.lecturehighlights.service.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.TupleTransformer;
import org.jspecify.annotations.Nullable;

/** A result row of native SQL, read by column name. */
record NamedRow(Map<String, Object> columns) {
  /** One instance for all queries, because Hibernate's cache key for a query plan includes it. */
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
