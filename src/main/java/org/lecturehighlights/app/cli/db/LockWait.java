package org.lecturehighlights.app.cli.db;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for another migration. */
public final class LockWait {

  @Option(
      names = "--lock-wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for another migration to end; ${DEFAULT-VALUE} by default.")
  int seconds;

  public Duration maxWait() {
    return Duration.ofSeconds(seconds);
  }
}
