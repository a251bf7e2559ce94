package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.script.NewMigration;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Writes the migration that leads from the schema that the scripts make to the one that the code
 * needs.
 */
public final class Autogenerate {
  private final DatabaseUrl live;
  private final Path resources;
  private final DesiredSchema desired;

  /**
   * For a checkout of the project.
   *
   * @param live must be at head; scratch databases are made on its server
   * @param resources the directory that contains {@code db}
   */
  public Autogenerate(DatabaseUrl live, Path resources, DesiredSchema desired) {
    this.live = live;
    this.resources = resources;
    this.desired = desired;
  }

  /**
   * Tries script and undo script out and writes them.
   *
   * @return empty if there is no difference; then nothing is written
   * @throws Problem MIGRATION_REFUSED if the database is not at head, or if no statements lead from
   *     one schema to the other; NOT_IMPLEMENTED in a package
   */
  public Optional<NewMigration> write(String message, List<Rename> renames)
      throws IOException, SQLException {
    if (!DevelopmentTools.areAvailable()) {
      throw DevelopmentTools.missing();
    }
    var migration = NewMigration.after(resources, message);
    String comment = message.replaceAll("\\s+", " ").strip();
    var migrated = new MigratedSchema(resources);
    migrated.requireHeadOf(live);
    try (ScratchDatabase present = ScratchDatabase.onServerOf(live);
        ScratchDatabase wanted = ScratchDatabase.onServerOf(live)) {
      migrated.createIn(present);
      desired.createIn(wanted);
      Optional<Draft> draft = Draft.between(present, wanted, renames);
      if (draft.isEmpty()) {
        return Optional.empty();
      }
      migration.write(
          "-- " + comment + "\n\n" + draft.get().up(),
          "-- Undoes: " + comment + "\n\n" + draft.get().down());
      return Optional.of(migration);
    }
  }
}
