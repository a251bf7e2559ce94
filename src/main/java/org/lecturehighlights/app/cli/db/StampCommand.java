package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.Stamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the history without running a script. */
@Command(
    name = "stamp",
    mixinStandardHelpOptions = true,
    description = "Records that the database has a version, without running migrations.")
public final class StampCommand extends DatabaseVerb {

  @Parameters(paramLabel = "TARGET", description = "head, base, a version, an Alembic revision.")
  String target = "";

  @Option(
      names = "--force",
      description = "Even if the schema of a database without history differs from the version's.")
  boolean force;

  @Option(names = "--purge", description = "Forget the whole history first.")
  boolean purge;

  @Mixin LockWait lockWait = new LockWait();

  @Override
  public Integer call() {
    new Stamp(database(), scripts(), this::progress).as(target, force, purge, lockWait.patience());
    return 0;
  }
}
