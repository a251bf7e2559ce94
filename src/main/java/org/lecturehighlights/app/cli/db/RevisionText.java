package org.lecturehighlights.app.cli.db;

import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/**
 * Migrations as Alembic prints revisions.
 *
 * @param current the version to be marked {@code (current)}, if any
 */
record RevisionText(MigrationScripts scripts, Optional<String> current) {

  /** A line such as {@code 10 -> 11 (head), engine lanes}. */
  String line(Migration migration) {
    return "%s -> %s, %s".formatted(parent(migration), marked(migration), migration.description());
  }

  /** Several lines: version, parent, file, description. */
  String block(Migration migration) {
    String alembic = migration.alembicId().map(id -> "%n    Alembic: %s".formatted(id)).orElse("");
    return "Rev: %s%nParent: %s%nPath: %s%n%n    %s%n%s%n"
        .formatted(
            marked(migration),
            parent(migration),
            scripts.place(migration.upResource()),
            migration.description(),
            alembic);
  }

  /** The version with its marks. */
  String marked(Migration migration) {
    boolean head = scripts.head().filter(migration::equals).isPresent();
    boolean here = current.filter(migration.version()::equals).isPresent();
    return migration.version() + (head ? " (head)" : "") + (here ? " (current)" : "");
  }

  private String parent(Migration migration) {
    List<Migration> all = scripts.all();
    int place = all.indexOf(migration);
    return place == 0 ? "<base>" : all.get(place - 1).version();
  }
}
