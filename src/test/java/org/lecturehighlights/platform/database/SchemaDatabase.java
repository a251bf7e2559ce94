package org.lecturehighlights.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.migrate.Downgrade;
import org.lecturehighlights.platform.database.migrate.Upgrade;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** A database for a single test, at whatever version the test needs. */
public final class SchemaDatabase {
  public static final MigrationScripts SCRIPTS = MigrationScripts.onClassPath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DirectDatabase database;

  public SchemaDatabase() {
    this(ThrowawayPostgres.freshDatabase());
  }

  /** An empty database of a server that trusts {@link ThrowawayPostgres#USER}. */
  SchemaDatabase(String jdbcUrl) {
    database = new DirectDatabase(new DatabaseUrl(jdbcUrl, ThrowawayPostgres.USER, ""), false);
  }

  /** A database as Alembic of the legacy service leaves it. */
  public static SchemaDatabase ofAlembic() {
    return new SchemaDatabase().asAlembicLeavesIt();
  }

  SchemaDatabase asAlembicLeavesIt() {
    Migration first = SCRIPTS.all().getFirst();
    execute(SCRIPTS.text(first.upResource()));
    execute(
        """
        create table alembic_version (
          version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num));
        insert into alembic_version values ('ce9ec48516b9')
        """);
    return this;
  }

  public DirectDatabase direct() {
    return database;
  }

  public SchemaDatabase upgrade(String target) {
    new Upgrade(database, SCRIPTS, line -> {})
        .to(target, new Upgrade.Options(false, false, PATIENCE));
    return this;
  }

  public SchemaDatabase downgrade(String target) {
    new Downgrade(database, SCRIPTS, line -> {}).to(target, false, PATIENCE);
    return this;
  }

  public void execute(String sql) {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("a test's statement failed: " + sql, e);
    }
  }

  /** The first column of each row, "null" for null. */
  public List<String> query(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a test's query failed: " + sql, e);
    }
    return values;
  }

  /** The first value. */
  public String ask(String sql) {
    return query(sql).getFirst();
  }

  public String fingerprint() {
    try (Connection connection = database.connect()) {
      return SchemaFingerprint.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every row of the legacy tables, with its columns in the order of the JSON. */
  public List<String> rows() {
    return InitialSchema.COLUMNS.keySet().stream()
        .flatMap(table ->
            query("select '%1$s ' || to_jsonb(t)::text from %1$s t order by id".formatted(table))
                .stream())
        .toList();
  }
}
