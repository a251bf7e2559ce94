package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.SchemaMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Accepts edited scripts. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description =
        "Updates the history to match edited scripts, and removes failed attempts from " + "it.")
public final class RepairCommand extends DatabaseVerb {

  @Mixin LockWait lockWait = new LockWait();

  @Override
  public Integer call() {
    new SchemaMaintenance(database(), scripts(), lockWait.maxWait()).repair().forEach(this::result);
    return 0;
  }
}
