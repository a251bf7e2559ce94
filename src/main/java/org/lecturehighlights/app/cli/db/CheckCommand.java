package org.lecturehighlights.app.cli.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.lecturehighlights.platform.database.diff.EntitySchema;
import org.lecturehighlights.platform.database.diff.SchemaCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares database, scripts and entities. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Tells whether a migration is missing: compares the database with the scripts, and the "
            + "scripts with the entities, in scratch databases on the same server.")
public final class CheckCommand extends DatabaseVerb {

  @Option(
      names = "--resources",
      paramLabel = "DIR",
      defaultValue = "src/main/resources",
      description = "The directory that contains db/migration; ${DEFAULT-VALUE} by default.")
  Path resources = Path.of("src/main/resources");

  @Override
  public Integer call() throws IOException, SQLException {
    SchemaCheck check = SchemaCheck.of(database().url(), resources, new EntitySchema(resources));
    check.details().forEach(this::result);
    if (!check.passed()) {
      throw failed(check.verdict());
    }
    result(check.verdict());
    return 0;
  }
}
