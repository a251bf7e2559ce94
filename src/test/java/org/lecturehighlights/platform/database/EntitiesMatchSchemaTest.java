package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The entities and the migrations describe the same tables: what Hibernate would create for all
 * entities is compared, column by column and in both directions, with what the migrations create.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(EntitiesMatchSchemaTest.WritesItsSchema.class)
class EntitiesMatchSchemaTest {
  private static final String SCRIPT = "quarkus.hibernate-orm.scripts.generation.create-target";

  /** Tables that libraries read and write: Flyway, Bucket4j and the scheduler. */
  private static final Set<String> WITHOUT_ENTITY =
      Set.of(
          "flyway_schema_history",
          "rate_limit",
          "lane_cpu",
          "lane_transcribe",
          "lane_llm",
          "lane_render");

  @Inject DataSource migrated;
  @Inject EntityManagerFactory entities;

  /** Makes Hibernate write what it would create into a separate file. */
  public static final class WritesItsSchema implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path script = Files.createTempFile("entities-", ".sql");
        script.toFile().deleteOnExit();
        return Map.of(
            "quarkus.hibernate-orm.scripts.generation", "create", SCRIPT, script.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void hibernate_accepts_the_schema() {
    assertThatCode(() -> entities.unwrap(SessionFactory.class).getSchemaManager().validate())
        .doesNotThrowAnyException();
  }

  @Test
  void every_column_is_the_same_on_both_sides() throws SQLException, IOException {
    try (Connection tables = migrated.getConnection();
        Connection scratch = entitiesAlone()) {
      assertThat(differences(columns(tables), columns(scratch))).isEmpty();
    }
  }

  @Test
  void a_difference_on_either_side_is_noticed() throws SQLException, IOException {
    try (Connection tables = migrated.getConnection();
        Connection scratch = entitiesAlone()) {
      run(scratch, "alter table jobs alter filename type varchar(254)");
      run(scratch, "alter table clips alter title drop not null");
      run(scratch, "alter table clips alter duration type real");
      run(scratch, "alter table transcripts drop words");
      run(scratch, "alter table silence_regions add loudness integer");
      assertThat(differences(columns(tables), columns(scratch)))
          .containsExactly(
              "clips.duration: double precision not null / real not null",
              "clips.title: character varying(500) not null / character varying(500)",
              "jobs.filename: character varying(255) not null / character varying(254) not null",
              "silence_regions.loudness: nothing / integer",
              "transcripts.words: jsonb not null / nothing");
    }
  }

  @Test
  void a_field_may_be_null_exactly_if_its_column_may() {
    List<String> wrong = new ArrayList<>();
    for (ManagedType<?> type : entities.getMetamodel().getManagedTypes()) {
      if (type.getJavaType().isAnnotationPresent(NullUnmarked.class)) {
        continue;
      }
      for (Attribute<?, ?> attribute : type.getDeclaredAttributes()) {
        Field field = (Field) attribute.getJavaMember();
        Column column = field.getAnnotation(Column.class);
        boolean isNever =
            field.getType().isPrimitive()
                // The keys of entities, of which no part may be null.
                || field.getDeclaringClass().isRecord()
                || field.isAnnotationPresent(Id.class)
                || field.isAnnotationPresent(Embedded.class)
                || column != null && !column.nullable();
        if (isNever == field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          wrong.add(field + (isNever ? " is never null" : " may be null"));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> differences(
      Map<String, String> migrations, Map<String, String> entities) {
    Set<String> names = new TreeSet<>(migrations.keySet());
    names.addAll(entities.keySet());
    return names.stream()
        .filter(name -> !migrations.getOrDefault(name, "").equals(entities.get(name)))
        .map(name ->
            "%s: %s / %s"
                .formatted(
                    name,
                    migrations.getOrDefault(name, "nothing"),
                    entities.getOrDefault(name, "nothing")))
        .toList();
  }

  /** A database made by Hibernate's script alone. */
  private static Connection entitiesAlone() throws SQLException, IOException {
    Connection scratch =
        DriverManager.getConnection(ThrowawayPostgres.freshDatabase(), ThrowawayPostgres.USER, "");
    run(
        scratch,
        Files.readString(Path.of(ConfigProvider.getConfig().getValue(SCRIPT, String.class))));
    return scratch;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Type, length and nullability by {@code table.column}; a timestamp without a precision has
   * microseconds too.
   */
  private static Map<String, String> columns(Connection connection) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.table_name, c.column_name,
                       replace(format_type(a.atttypid, a.atttypmod), 'timestamp(6)', 'timestamp')
                         || case c.is_nullable when 'NO' then ' not null' else '' end
                from information_schema.columns c
                join pg_attribute a on a.attrelid = c.table_name::regclass
                 and a.attname = c.column_name
                where c.table_schema = 'public'
                """)) {
      while (rows.next()) {
        if (!WITHOUT_ENTITY.contains(rows.getString(1))) {
          columns.put(rows.getString(1) + "." + rows.getString(2), rows.getString(3));
        }
      }
    }
    assertThat(columns).isNotEmpty();
    return columns;
  }
}
