package org.lecturehighlights.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.app.cli.db.DbCommand;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.ThrowawayPostgres;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs {@code db …} on a database of its own, with the scripts of a folder. */
final class Terminal {

  /** What a command printed and how it ended. */
  record Output(int code, String out, String err) {}

  private final Path scripts;
  private DirectDatabase database;

  private Terminal(Path scripts, DirectDatabase database) {
    this.scripts = scripts;
    this.database = database;
  }

  /** A terminal on a fresh database with three small migrations that can all be undone. */
  static Terminal withThree(Path scripts) {
    return empty(scripts)
        .file(
            "migration/V1__first_table.sql",
            "-- alembic: ce9ec48516b9\ncreate table one (id int primary key);")
        .file("undo/U1__first_table.sql", "drop table one;")
        .file("migration/V2__second_table.sql", "create table two (id int);")
        .file("undo/U2__second_table.sql", "drop table two;")
        .file("migration/V3__a_note.sql", "alter table one add column note text;")
        .file("undo/U3__a_note.sql", "alter table one drop column note;");
  }

  /** A terminal on a fresh database without any script. */
  static Terminal empty(Path scripts) {
    return new Terminal(scripts, at(ThrowawayPostgres.freshDatabase(), ThrowawayPostgres.USER))
        .folder("migration")
        .folder("undo");
  }

  /** A terminal on a fresh database with the application's own migrations. */
  static Terminal withOurs() {
    return empty(Path.of("src/main/resources"));
  }

  static DirectDatabase at(String jdbcUrl, String user) {
    return new DirectDatabase(new DatabaseUrl(jdbcUrl, user, "s3cret"), false);
  }

  Terminal at(DirectDatabase other) {
    database = other;
    return this;
  }

  Terminal inProduction() {
    return at(new DirectDatabase(database.url(), true));
  }

  /** Another terminal on the same database and scripts. */
  Terminal another() {
    return new Terminal(scripts, database);
  }

  DirectDatabase database() {
    return database;
  }

  MigrationScripts scripts() {
    return MigrationScripts.in(scripts);
  }

  Terminal file(String name, String text) {
    try {
      Files.writeString(scripts.resolve("db/" + name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Terminal without(String name) {
    try {
      Files.delete(scripts.resolve("db/" + name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Terminal folder(String name) {
    try {
      Files.createDirectories(scripts.resolve("db/" + name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command, given as words separated by spaces. */
  Output db(String words) {
    return db(words.split(" ", -1));
  }

  Output db(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        new CommandLineApplication(factory())
            .commandLine(DbCommand.class)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Output(code, out.toString(), err.toString());
  }

  /** Runs a command that must succeed, and returns its results. */
  String succeed(String words) {
    Output result = db(words);
    if (result.code() != 0) {
      throw new AssertionError(words + ": " + result);
    }
    return result.out();
  }

  void sql(String text) {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** The first column of a query. */
  List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
    return rows;
  }

  List<String> tables() {
    return rows(
        """
        select tablename from pg_tables
        where schemaname = 'public' and tablename <> 'flyway_schema_history' order by 1
        """);
  }

  /** Like {@code SQL 1, DELETE 1}. */
  String history() {
    return String.join(
        ", ",
        rows("select type || ' ' || version from flyway_schema_history order by installed_rank"));
  }

  private IFactory factory() {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        return type == DbCommand.class
            ? type.cast(new DbCommand(() -> database, Terminal.this::scripts))
            : CommandLine.defaultFactory().create(type);
      }
    };
  }
}
