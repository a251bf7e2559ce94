package org.lecturehighlights.app.cli.db;

import org.lecturehighlights.platform.database.migrate.Downgrade;
import org.lecturehighlights.platform.database.migrate.OfflineScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Undoes migrations. */
@Command(
    name = "downgrade",
    mixinStandardHelpOptions = true,
    description = "Undoes migrations down to a version, all of them or none.")
public final class DowngradeCommand extends DatabaseVerb {

  @Parameters(
      paramLabel = "TARGET",
      description = "base, a version, an Alembic revision, -N; FROM:TO with --sql.")
  String target = "";

  @Option(names = "--sql", description = "Print the SQL script instead; needs no database.")
  boolean sql;

  @Option(names = "--yes", description = "Confirm the downgrade; required in production.")
  boolean yes;

  @Mixin LockWait lockWait = new LockWait();

  /** Without this, {@code -1} would be an unknown option. */
  @Spec
  void takeRelativeTargets(CommandSpec own) {
    own.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() {
    if (target.matches("-+[^\\d].*")) {
      throw new ParameterException(spec.commandLine(), "Unknown option: '" + target + "'");
    }
    if (sql) {
      result(new OfflineScript(scripts()).downgrade(target));
      return 0;
    }
    if (target.contains(":")) {
      throw failed("Range revision not allowed");
    }
    new Downgrade(database(), scripts(), this::progress).to(target, yes, lockWait.maxWait());
    return 0;
  }
}
