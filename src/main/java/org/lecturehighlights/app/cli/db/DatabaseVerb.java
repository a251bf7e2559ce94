package org.lecturehighlights.app.cli.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command below {@code db}: results go to stdout, progress to stderr. */
public abstract class DatabaseVerb implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  VerbContext db;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  protected CommandSpec spec;

  protected final DirectDatabase database() {
    return db.database();
  }

  protected final MigrationScripts scripts() {
    return db.scripts();
  }

  protected final void result(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  protected final void progress(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  protected static SchemaState state(DirectDatabase database, MigrationScripts scripts) {
    try (Connection connection = database.connect()) {
      return SchemaState.of(scripts, connection);
    } catch (SQLException e) {
      throw Problem.of(
          ProblemKind.DATABASE_UNAVAILABLE,
          "The history of migrations cannot be read: " + DirectDatabase.serverMessage(e),
          e);
    }
  }

  protected static Problem failed(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
