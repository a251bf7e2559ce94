package org.lecturehighlights.cli;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.lecturehighlights.cli.db.DbCommand;
import picocli.CommandLine;

/**
 * The verbs of {@code db} on the class path of development, which alone can compare schemas: {@code
 * ./mvnw -q compile exec:java -Dexec.args="check"}.
 */
public final class DevelopmentCommandLine {
  private DevelopmentCommandLine() {}

  public static void main(String... arguments) {
    LogContext.getLogContext().getLogger("").setLevel(Level.WARN);
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    System.exit(
        new CommandLineApplication(CommandLine.defaultFactory())
            .commandLine(DbCommand.class)
            .execute(arguments));
  }
}
