package org.lecturehighlights.app.cli.db;

import java.time.Duration;
import java.util.List;
import org.lecturehighlights.platform.database.migrate.SchemaMaintenance;
import picocli.CommandLine.Command;

/** Compares scripts, history and schema. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Compares the history with the scripts, and the schema with the one recorded "
            + "for its version.")
public final class VerifyCommand extends DatabaseVerb {

  @Override
  public Integer call() {
    List<String> wrong = new SchemaMaintenance(database(), scripts(), Duration.ZERO).verify();
    wrong.forEach(this::result);
    if (!wrong.isEmpty()) {
      throw failed(
          "The database differs from the scripts (%d differences, listed above)"
              .formatted(wrong.size()));
    }
    result("The database matches the scripts.");
    return 0;
  }
}
