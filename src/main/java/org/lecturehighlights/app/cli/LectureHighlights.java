package org.lecturehighlights.app.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import org.lecturehighlights.app.cli.db.DbCommand;
import picocli.CommandLine.Command;

/** The top-level command; without a subcommand it serves. */
@TopCommand
@Command(
    name = LectureHighlights.NAME,
    description = "Turns a long lecture recording into a handful of short clips worth watching.",
    footer = "Without a command it serves.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    subcommands = {ServeCommand.class, ExtractCommand.class, TopicsCommand.class, DbCommand.class})
final class LectureHighlights implements Runnable {
  static final String NAME = "lecture-highlights";

  @Override
  public void run() {
    ServeCommand.untilStopped();
  }
}
