package org.lecturehighlights.app.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/**
 * Runs the command inside the started application. Errors reach the user as one line on stderr and
 * an exit code: 1 if the command failed, 2 if the command line is wrong, and 255 with the word
 * FAILED, as scripts around Alembic expect it, if the schema cannot be changed as requested.
 */
public final class CommandLineApplication implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(CommandLineApplication.class);

  private static final int AS_ALEMBIC = 255;

  private final IFactory factory;

  @Inject
  CommandLineApplication(IFactory factory) {
    this.factory = factory;
  }

  @Override
  public int run(String... arguments) {
    return commandLine(LectureHighlights.class).execute(arguments);
  }

  CommandLine commandLine(Class<?> topCommand) {
    return new CommandLine(topCommand, factory)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
        .setParameterExceptionHandler((wrong, given) -> refused(wrong));
  }

  private static int failed(Exception failure, CommandLine line) {
    String message = failure instanceof Problem problem ? problem.detail() : failure.toString();
    boolean refused =
        failure instanceof Problem problem && problem.kind() == ProblemKind.MIGRATION_REFUSED;
    line.getErr().println((refused ? "FAILED: " : "error: ") + oneLine(message));
    LOG.debug("The command failed", failure);
    return refused ? AS_ALEMBIC : CommandLine.ExitCode.SOFTWARE;
  }

  private static int refused(ParameterException wrong) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("error: " + oneLine(String.valueOf(wrong.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String oneLine(String text) {
    return String.join(" ", text.lines().toList());
  }
}
