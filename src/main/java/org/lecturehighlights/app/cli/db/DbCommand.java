package org.lecturehighlights.app.cli.db;

import java.util.function.Supplier;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands for the schema; the database and the scripts are looked up when one of them asks.
 */
@Command(
    name = "db",
    mixinStandardHelpOptions = true,
    description =
        "Manages the schema of the database in DATABASE_URL, or of the embedded " + "database.",
    subcommands = {
      CurrentCommand.class,
      HistoryCommand.class,
      HeadsCommand.class,
      UpgradeCommand.class,
      DowngradeCommand.class,
      StampCommand.class,
      AdoptCommand.class,
      VerifyCommand.class,
      RepairCommand.class,
      ResetCommand.class,
      RevisionCommand.class,
      CheckCommand.class,
      LintCommand.class
    })
public final class DbCommand extends VerbContext implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  CommandSpec spec;

  /** The commands on the configured database, with the scripts that the application contains. */
  public DbCommand() {
    this(DirectDatabase::configured, MigrationScripts::onClassPath);
  }

  public DbCommand(Supplier<DirectDatabase> database, Supplier<MigrationScripts> scripts) {
    super(database, scripts);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "db needs a command, for example 'db current'");
  }
}
