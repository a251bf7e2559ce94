package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.SchemaMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Empties the schema. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Drops everything in the database's schema; refused in production.")
public final class ResetCommand extends DatabaseVerb {

  @Option(names = "--yes", description = "Confirm the reset.")
  boolean yes;

  @Mixin LockWait lockWait = new LockWait();

  @Override
  public Integer call() {
    new SchemaMaintenance(database(), scripts(), lockWait.maxWait()).reset(yes);
    return 0;
  }
}
