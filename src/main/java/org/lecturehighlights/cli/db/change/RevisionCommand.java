package org.lecturehighlights.cli.db.change;

import java.io.IOException;
import java.nio.file.Path;
import org.lecturehighlights.cli.db.verb.DatabaseVerb;
import org.lecturehighlights.database.script.NewMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Begins a migration. */
@Command(
    name = "revision",
    mixinStandardHelpOptions = true,
    description = "Writes the empty scripts of a new migration into the source tree.")
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
      description = "The directory that holds db/migration; ${DEFAULT-VALUE} by default.")
  Path resources = Path.of("src/main/resources");

  @Override
  public Integer call() throws IOException {
    var migration = NewMigration.after(resources, message);
    String comment = "-- " + message.replaceAll("\\s+", " ").strip() + "\n";
    migration.write(comment, comment);
    result("Generating " + migration.up() + " ...  done");
    result("Generating " + migration.down() + " ...  done");
    return 0;
  }
}
