package org.lecturehighlights.app.cli;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.logmanager.LogContext;
import org.lecturehighlights.app.cli.db.DbCommand;
import picocli.CommandLine;

/**
 * The commands of {@code db} without the application, because starting it would take longer than
 * they do. On the class path of development, the only one that can compare schemas, it is a program
 * of its own: {@code ./mvnw -q compile exec:java -Dexec.args="db check"}.
 */
public final class DatabaseCommandLine {
  private DatabaseCommandLine() {}

  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /** Returns the exit code. */
  public static int run(String... arguments) {
    // Some libraries log through the JDK and some through JBoss; stdout is for results alone.
    Logger.getLogger("").setLevel(Level.WARNING);
    LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    return new CommandLineApplication(CommandLine.defaultFactory())
        .commandLine(DbCommand.class)
        .execute(verb(arguments));
  }

  /** The word {@code db} may be left out, because this program has no other commands. */
  static String[] verb(String... arguments) {
    boolean named = arguments.length > 0 && arguments[0].equals("db");
    return named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
  }
}
