package org.lecturehighlights.app.cli.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lecturehighlights.platform.database.diff.Autogenerate;
import org.lecturehighlights.platform.database.diff.EntitySchema;
import org.lecturehighlights.platform.database.diff.Rename;
import org.lecturehighlights.platform.database.script.NewMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the scripts of a new migration. */
@Command(
    name = "revision",
    mixinStandardHelpOptions = true,
    description =
        "Writes the scripts of a new migration into the source tree: empty ones to be filled, or"
            + " with --autogenerate the difference between the migrations and the entities.")
public final class RevisionCommand extends DatabaseVerb {

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "TEXT",
      description = "What the migration does, in a few words.")
  String message = "";

  @Option(
      names = "--resources",
      paramLabel = "DIR",
      defaultValue = "src/main/resources",
      description = "The directory that contains db/migration; ${DEFAULT-VALUE} by default.")
  Path resources = Path.of("src/main/resources");

  @Option(
      names = "--autogenerate",
      description =
          "Write the statements that the entities and objects.sql need. Review them "
              + "before use.")
  boolean autogenerate;

  @Option(
      names = "--rename",
      paramLabel = "TABLE.OLD:NEW",
      description =
          "With --autogenerate: says that a column has a new name; otherwise its data "
              + "would be lost.")
  List<String> columns = new ArrayList<>();

  @Option(
      names = "--rename-table",
      paramLabel = "OLD:NEW",
      description = "With --autogenerate: says that a table has a new name.")
  List<String> tables = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException {
    if (autogenerate) {
      return generate();
    }
    var migration = NewMigration.after(resources, message);
    String comment = "-- " + message.replaceAll("\\s+", " ").strip() + "\n";
    migration.write(comment, comment);
    announce(migration);
    return 0;
  }

  private int generate() throws IOException, SQLException {
    List<Rename> renames =
        Stream.concat(tables.stream().map(Rename::ofTable), columns.stream().map(Rename::ofColumn))
            .toList();
    var autogenerate = new Autogenerate(database().url(), resources, new EntitySchema(resources));
    Optional<NewMigration> written = autogenerate.write(message, renames);
    if (written.isEmpty()) {
      result("No changes detected. No script was written.");
    } else {
      announce(written.get());
    }
    return 0;
  }

  private void announce(NewMigration migration) {
    result("Generating " + migration.up() + " ...  done");
    result("Generating " + migration.down() + " ...  done");
  }
}
