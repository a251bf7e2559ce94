package org.lecturehighlights.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.runtime.Role;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The part of the command line that must be known before the application starts.
 *
 * @param serves whether it asks to serve, rather than to run one command, to show help or to be
 *     refused
 * @param changesSchema whether the command is one of {@code db}, which needs nothing of the
 *     application
 * @param roles for {@code lecture.roles}, separated by commas; empty if not given
 */
public record Arguments(boolean serves, boolean changesSchema, String roles) {
  private static final Arguments ONE_COMMAND = new Arguments(false, false, "");

  public static Arguments of(String... arguments) {
    if (arguments.length == 0) {
      return new Arguments(true, false, "");
    }
    if (!arguments[0].equals("serve")) {
      return arguments[0].equals("db") ? new Arguments(false, true, "") : ONE_COMMAND;
    }
    var serve = new ServeCommand();
    try {
      var parsed =
          new CommandLine(serve)
              .setCaseInsensitiveEnumValuesAllowed(true)
              .parseArgs(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
      return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()
          ? ONE_COMMAND
          : new Arguments(
              true, false, serve.roles.stream().map(Role::code).collect(Collectors.joining(",")));
    } catch (ParameterException e) {
      // The command line itself refuses it later, with a message for the user.
      return ONE_COMMAND;
    }
  }
}
