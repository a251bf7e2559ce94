package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/**
 * A small project with its own scripts, and the database on which it runs.
 *
 * @param resources the directory that holds {@code db}
 */
record Checkout(Path resources, DatabaseUrl live) {
  static final String FIRST_SCRIPT =
      """
      create table lecture (
        id serial primary key,
        title varchar(200) not null,
        place integer,
        note text,
        held timestamptz not null default now()
      );
      create index ix_lecture_note on lecture (note);
      create table talk (id serial primary key, lecture_id integer, mark integer);
      create table attic (id integer primary key, kept text not null);
      create table hall (name text);
      create view titles as select id, title from lecture;
      insert into lecture (title, place, note) values ('Optics', 1, 'kept'), ('Waves', 2, null);
      insert into talk (lecture_id, mark) values (1, 3);
      insert into attic values (1, 'old');
      """;

  static Checkout in(Path directory) throws IOException {
    Path migration = Files.createDirectories(directory.resolve("db/migration"));
    Files.writeString(migration.resolve("V1__first.sql"), FIRST_SCRIPT);
    return new Checkout(directory, freshDatabase());
  }

  static DatabaseUrl freshDatabase() {
    return new DatabaseUrl(ThrowawayPostgres.freshDatabase(), ThrowawayPostgres.USER, "");
  }

  /** What the first script makes, with a change. */
  static DesiredSchema firstScriptAnd(String change) {
    return scratch -> {
      scratch.run(FIRST_SCRIPT);
      scratch.run(change);
    };
  }

  Checkout upgraded() {
    upgrade(resources, live);
    return this;
  }

  static void upgrade(Path resources, DatabaseUrl live) {
    Flyway.configure()
        .dataSource(live.jdbcUrl(), live.user(), live.password())
        .locations("filesystem:" + resources.resolve("db/migration"))
        .placeholderReplacement(false)
        .load()
        .migrate();
  }

  static void run(DatabaseUrl database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The names of all files below {@code db}, in alphabetical order. */
  List<String> files() throws IOException {
    try (var files = Files.walk(resources)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
