package org.lecturehighlights.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import org.jboss.logging.Logger;
import org.lecturehighlights.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/**
 * Runs the verb inside of the started application. Errors reach the user as one line on stderr and
 * an exit code: 1 if the verb failed, 2 if the command line is wrong.
 */
public final class CommandLineApplication implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(CommandLineApplication.class);

  private final IFactory factory;

  @Inject
  CommandLineApplication(IFactory factory) {
    this.factory = factory;
  }

  @Override
  public int run(String... arguments) {
    return new CommandLine(LectureHighlights.class, factory)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
        .setParameterExceptionHandler((wrong, given) -> refused(wrong))
        .execute(arguments);
  }

  private static int failed(Exception failure, CommandLine line) {
    if (failure instanceof Problem problem) {
      line.getErr().println("error: " + problem.detail());
      LOG.debug("The command failed", problem);
    } else {
      line.getErr().println("error: " + failure);
      LOG.debug("The command failed", failure);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int refused(ParameterException wrong) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("error: " + firstLine(String.valueOf(wrong.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
