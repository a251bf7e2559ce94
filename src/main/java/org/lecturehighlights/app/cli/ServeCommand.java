package org.lecturehighlights.app.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.runtime.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Serves until it is stopped. The roles take effect before this runs, because the application reads
 * them while it starts; see {@link Arguments}.
 */
@Command(
    name = "serve",
    description = "Serves the API and works on jobs.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class)
final class ServeCommand implements Runnable {
  private static final Logger LOG = Logger.getLogger(ServeCommand.class);

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "What this process does: api, worker or both (the default).")
  List<Role> roles = List.of();

  @Override
  public void run() {
    untilStopped();
  }

  static void untilStopped() {
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
      LOG.infof(
          "Open http://localhost:%s/ in a browser",
          ConfigProvider.getConfig().getValue("quarkus.http.port", String.class));
    }
    Quarkus.waitForExit();
  }
}
