package org.lecturehighlights.platform.database;

import io.quarkus.runtime.Application;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.database.embedded.EmbeddedDatabase;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The embedded database of an application for which no database is configured. It runs as long as
 * the JVM: in development the application starts many times in one JVM and finds it again.
 */
public final class LocalDatabase {
  private static final Logger LOG = Logger.getLogger(LocalDatabase.class);
  private static final String URL = "quarkus.datasource.jdbc.url";

  private LocalDatabase() {}

  /**
   * Starts it under {@code LECTURE_DATA_DIR}, by default {@code var} in the working directory, and
   * points the application's configuration at it. It is always migrated.
   *
   * @throws Problem if it does not start, with one sentence that says what to do
   */
  public static void startUnlessConfigured() {
    SmallRyeConfig config = DatabaseConfig.beforeStart();
    if (config.getOptionalValue(URL, String.class).isPresent()) {
      return; // Configured by the user, or by an earlier start in this JVM.
    }
    if (config.getOptionalValue("MIGRATION_DATABASE_URL", String.class).isPresent()) {
      throw Problem.of(
          ProblemKind.VALIDATION_ERROR,
          "MIGRATION_DATABASE_URL is set without DATABASE_URL: set both, or neither for the embedded database");
    }
    String directory = config.getOptionalValue("LECTURE_DATA_DIR", String.class).orElse("var");
    var database = EmbeddedDatabase.open(Path.of(directory, "postgres"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "embedded database"));
    System.setProperty(URL, database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.user());
    System.setProperty("quarkus.datasource.password", database.password());
    System.setProperty("lecture.database.migrate-at-start", "true");
  }

  /** Stops it after the application, which may still have something to write. */
  private static void stop(EmbeddedDatabase database) {
    try {
      Application application = Application.currentApplication();
      if (application != null && application.isStarted()) {
        application.stop();
      }
      database.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The embedded database keeps running; the next start will use it again", e);
    }
  }
}
