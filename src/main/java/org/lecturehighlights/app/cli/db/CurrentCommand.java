package org.lecturehighlights.app.cli.db;

import java.util.Optional;
import org.lecturehighlights.platform.database.history.SchemaState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the current version of the database. */
@Command(
    name = "current",
    mixinStandardHelpOptions = true,
    description = "Prints the version of the database; nothing if it has none.")
public final class CurrentCommand extends DatabaseVerb {

  @Option(
      names = {"-v", "--verbose"},
      description = "Print the address of the database and what the version does.")
  boolean verbose;

  @Option(names = "--check-heads", description = "Fail unless all migrations are applied.")
  boolean checkHeads;

  @Override
  public Integer call() {
    var database = database();
    var scripts = scripts();
    SchemaState state = state(database, scripts);
    if (checkHeads && !state.isAtHead()) {
      throw failed("Database is not on all head revisions");
    }
    if (verbose) {
      result("Current revision(s) for " + database.display() + ":");
    }
    state
        .current()
        .ifPresent(version ->
            result(
                scripts
                    .find(version)
                    .map(migration -> {
                      var text = new RevisionText(scripts, Optional.empty());
                      return verbose ? text.block(migration) : marked(state, version);
                    })
                    .orElse(version + " (unknown to this package)")));
    return 0;
  }

  /** A database is not at the head while a lower version is missing. */
  private static String marked(SchemaState state, String version) {
    return version + (state.isAtHead() ? " (head)" : "");
  }
}
