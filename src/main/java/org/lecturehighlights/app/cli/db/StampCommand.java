package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.Stamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the history without running any script. */
@Command(
    name = "stamp",
    mixinStandardHelpOptions = true,
    description =
        "Records that the database has a certain version, without running any " + "migrations.")
public final class StampCommand extends DatabaseVerb {

  @Parameters(paramLabel = "TARGET", description = "head, base, a version, an Alembic revision.")
  String target = "";

  @Option(
      names = "--force",
      description =
          "Stamp it even if the database has no history and its schema differs from "
              + "that of the version.")
  boolean force;

  @Option(names = "--purge", description = "Delete the whole history first.")
  boolean purge;

  @Mixin LockWait lockWait = new LockWait();

  @Override
  public Integer call() {
    new Stamp(database(), scripts(), this::progress).as(target, force, purge, lockWait.maxWait());
    return 0;
  }
}
