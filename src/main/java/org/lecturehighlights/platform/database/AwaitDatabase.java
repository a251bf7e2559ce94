package org.lecturehighlights.platform.database;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Patience;

/**
 * Checks the database before the application starts, which would otherwise fail with pages of stack
 * traces. In production, where database and application start together, it waits for a server that
 * does not answer yet; elsewhere, and for faults that do not pass by waiting, it fails at once.
 */
public final class AwaitDatabase {
  /** The default of {@code LECTURE_DATABASE_MIGRATION_WAIT}. */
  public static final String DEFAULT_WAIT = "10M";

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** SQL states of connections that may succeed later: no connection, no free slot, starting up. */
  private static final List<String> MAY_PASS = List.of("08", "53", "57P");

  private AwaitDatabase() {}

  /**
   * Checks the configured database, and that of {@code MIGRATION_DATABASE_URL} if it is set.
   *
   * @param progress takes what the operator should read while it waits
   * @throws Problem DATABASE_UNAVAILABLE with one sentence that says what to do
   */
  public static void beforeStart(Consumer<String> progress) {
    SmallRyeConfig config = DatabaseConfig.beforeStart();
    var wait =
        DurationConverter.parseDuration(
            config
                .getOptionalValue("lecture.database.migration-wait", String.class)
                .orElse(DEFAULT_WAIT));
    Stream.concat(
            DirectDatabase.ofApplication(config).stream(), DirectDatabase.named(config).stream())
        .distinct()
        .forEach(database ->
            answer(database, Patience.of(database.production() ? wait : Duration.ZERO), progress));
  }

  static void answer(DirectDatabase database, Patience patience, Consumer<String> progress) {
    String told = "";
    while (true) {
      try (Connection connection = database.connect()) {
        return;
      } catch (Problem problem) {
        if (!mayPass(problem) || patience.left().compareTo(PAUSE) <= 0) {
          throw problem;
        }
        if (!told.equals(problem.detail())) {
          told = problem.detail();
          progress.accept("Waiting for the database: " + told);
        }
      } catch (SQLException e) {
        return; // It answered; only closing the connection failed.
      }
      pause(patience);
    }
  }

  private static boolean mayPass(Problem problem) {
    return problem.getCause() instanceof SQLException refused
        && refused.getSQLState() != null
        && MAY_PASS.stream().anyMatch(refused.getSQLState()::startsWith);
  }

  private static void pause(Patience patience) {
    try {
      patience.pause(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(
          ProblemKind.DATABASE_UNAVAILABLE, "The wait for the database was interrupted", e);
    }
  }
}
