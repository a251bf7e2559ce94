package org.lecturehighlights.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * V1 alone must give the schema of an existing installation; otherwise no such installation could
 * be adopted.
 */
class InitialSchemaTest {
  private static final Connection database = v1OnAnEmptyDatabase();

  @AfterAll
  static void disconnect() throws SQLException {
    database.close();
  }

  @Test
  void every_column_has_its_position_type_and_nullability() throws SQLException {
    List<String> columns =
        query(
            """
            select c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped
            order by c.relname collate "C", a.attnum
            """);
    assertThat(columns).hasSize(86);
    assertThat(
            columns.stream()
                .map(line -> line.split(" ", 2))
                .collect(groupingBy(part -> part[0], mapping(part -> part[1], toList()))))
        .isEqualTo(InitialSchema.COLUMNS);
  }

  @Test
  void only_ids_have_a_default_and_each_owns_its_sequence() throws SQLException {
    assertThat(
            query(
                """
                select table_name || ' ' || column_name || ' ' || column_default || ' '
                       || pg_get_serial_sequence(table_name, column_name)
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                  and (column_default is not null or is_identity = 'YES' or is_generated <> 'NEVER')
                order by table_name
                """))
        .containsExactlyElementsOf(
            tables("%1$s id nextval('%1$s_id_seq'::regclass) public.%1$s_id_seq"));
  }

  @Test
  void the_id_sequences_are_of_type_integer_and_the_only_sequences() throws SQLException {
    assertThat(
            query(
                """
                select sequencename || ' ' || data_type || ' ' || increment_by from pg_sequences
                order by sequencename
                """))
        .containsExactlyElementsOf(tables("%s_id_seq integer 1"));
  }

  @Test
  void there_are_33_secondary_indexes_of_which_8_are_unique() throws SQLException {
    List<String> indexes =
        query(
            """
            select indexdef from pg_indexes
            where schemaname = 'public' and tablename <> 'flyway_schema_history'
              and indexname not like '%_pkey'
            order by indexname collate "C"
            """);
    assertThat(indexes)
        .containsExactlyInAnyOrderElementsOf(InitialSchema.indexDefinitions().toList())
        .hasSize(33);
    assertThat(indexes).filteredOn(index -> index.startsWith("CREATE UNIQUE")).hasSize(8);
  }

  @Test
  void the_constraints_are_7_primary_keys_and_7_foreign_keys_without_delete_rule()
      throws SQLException {
    // PostgreSQL 18 lists "not null" here too (contype n); the columns show that already.
    assertThat(
            query(
                """
                select conname || ' on ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
                from pg_constraint
                where connamespace = 'public'::regnamespace and contype <> 'n'
                  and conrelid <> 'flyway_schema_history'::regclass
                """))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    tables("%1$s_pkey on %1$s PRIMARY KEY (id)").stream(),
                    InitialSchema.FOREIGN_KEYS.stream())
                .toList());
  }

  @Test
  void the_undo_script_of_v1_leaves_nothing_behind() throws SQLException, IOException {
    try (Connection other = v1OnAnEmptyDatabase();
        InputStream undo =
            InitialSchemaTest.class.getResourceAsStream(
                "/db/undo/U1__initial_migration_with_all_tables.sql")) {
      assertThat(undo).isNotNull();
      other.createStatement().execute(new String(undo.readAllBytes(), UTF_8));
      assertThat(
              query(
                  other,
                  """
                  select relname from pg_class
                  where relnamespace = 'public'::regnamespace
                    and relname not like 'flyway_schema_history%'
                  """))
          .isEmpty();
    }
  }

  private static List<String> tables(String format) {
    return InitialSchema.COLUMNS.keySet().stream().map(format::formatted).toList();
  }

  private static Connection v1OnAnEmptyDatabase() {
    String url = ThrowawayPostgres.freshDatabase();
    Flyway.configure()
        .dataSource(url, ThrowawayPostgres.USER, "")
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .target("1")
        .load()
        .migrate();
    try {
      return DriverManager.getConnection(url, ThrowawayPostgres.USER, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> query(String sql) throws SQLException {
    return query(database, sql);
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
    return rows;
  }
}
