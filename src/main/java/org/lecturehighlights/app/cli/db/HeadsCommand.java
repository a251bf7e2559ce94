package org.lecturehighlights.app.cli.db;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The newest migration; needs no database. */
@Command(
    name = "heads",
    mixinStandardHelpOptions = true,
    description = "Prints the newest version that this package knows.")
public final class HeadsCommand extends DatabaseVerb {

  @Option(
      names = {"-v", "--verbose"},
      description = "Print all details.")
  boolean verbose;

  @Override
  public Integer call() {
    var scripts = scripts();
    var text = new RevisionText(scripts, Optional.empty());
    scripts.head().ifPresent(head -> result(verbose ? text.block(head) : text.marked(head)));
    return 0;
  }
}
