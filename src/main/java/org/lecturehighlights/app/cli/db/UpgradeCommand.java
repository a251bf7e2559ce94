package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.OfflineScript;
import org.lecturehighlights.platform.database.migrate.Upgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies migrations. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = "Applies migrations up to a version.")
public final class UpgradeCommand extends DatabaseVerb {

  @Parameters(
      arity = "0..1",
      defaultValue = "head",
      paramLabel = "TARGET",
      description = "head, a version, an Alembic revision, +N; FROM:TO with --sql.")
  String target = "head";

  @Option(names = "--sql", description = "Print the SQL script instead; needs no database.")
  boolean sql;

  @Option(
      names = "--single-transaction",
      description = "Apply all migrations in one " + "transaction, or none of them.")
  boolean singleTransaction;

  @Option(
      names = "--out-of-order",
      description = "Also apply migrations below the current version that were never applied.")
  boolean outOfOrder;

  @Mixin LockWait lockWait = new LockWait();

  @Override
  public Integer call() {
    if (sql) {
      result(new OfflineScript(scripts()).upgrade(target));
      return 0;
    }
    if (target.contains(":")) {
      throw failed("Range revision not allowed");
    }
    new Upgrade(database(), scripts(), this::progress)
        .to(target, new Upgrade.Options(singleTransaction, outOfOrder, lockWait.maxWait()));
    return 0;
  }
}
