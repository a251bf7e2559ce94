package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.adopt.AdoptDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes over a database that the legacy service made. */
@Command(
    name = "adopt",
    description =
        "Takes over a database that the legacy service made, if its schema matches its Alembic "
            + "revision.",
    footer =
        "The table alembic_version stays as it is. 'db upgrade head' then migrates the "
            + "database further.",
    mixinStandardHelpOptions = true)
public final class AdoptCommand extends DatabaseVerb {
  @Mixin LockWait lock = new LockWait();

  @Override
  public Integer call() {
    new AdoptDatabase(database(), scripts(), this::progress).adopt(lock.maxWait());
    return 0;
  }
}
