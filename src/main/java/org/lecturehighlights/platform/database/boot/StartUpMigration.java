package org.lecturehighlights.platform.database.boot;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.adopt.AdoptDatabase;
import org.lecturehighlights.platform.database.migrate.Upgrade;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.Patience;

/**
 * Brings a database to this package's version while any number of processes start: one of them
 * migrates; the others wait for it and find nothing left to do.
 */
final class StartUpMigration {
  /**
   * SQL states that pass: a lock that another program holds on one of our tables, and a catalogue
   * that another start changed while it was read.
   */
  private static final Set<String> PASSING = Set.of("55P03", "XX000");

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DirectDatabase database;
  private final MigrationScripts scripts;
  private final Consumer<String> progress;

  StartUpMigration(DirectDatabase database, MigrationScripts scripts, Consumer<String> progress) {
    this.database = database;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Adopts a legacy database and applies what is pending.
   *
   * @param patience how long to wait for others
   * @return the number of migrations that this process applied
   * @throws Problem with one sentence for the operator
   */
  int run(Patience patience) {
    while (true) {
      Duration left = patience.left();
      try {
        new AdoptDatabase(database, scripts, progress).adoptIfNeeded(left);
        return new Upgrade(database, scripts, progress)
            .to("head", new Upgrade.Options(false, false, left));
      } catch (Problem problem) {
        if (!mayPass(problem) || left.compareTo(PAUSE) <= 0) {
          throw problem;
        }
        progress.accept("A table is in use, trying again: " + problem.detail());
        pause(patience);
      }
    }
  }

  private static boolean mayPass(Problem problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && PASSING.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static void pause(Patience patience) {
    try {
      patience.pause(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }
}
