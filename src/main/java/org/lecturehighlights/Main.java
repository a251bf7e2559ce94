package org.lecturehighlights;

import static java.util.Map.entry;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import org.lecturehighlights.app.cli.Arguments;
import org.lecturehighlights.app.cli.CommandLineApplication;
import org.lecturehighlights.app.cli.DatabaseCommandLine;
import org.lecturehighlights.platform.database.AwaitDatabase;
import org.lecturehighlights.platform.database.LocalDatabase;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.Role;

/**
 * Decides between serving, which needs a database, and the other commands, which run without a
 * database and open no port. The decision is passed on as system properties, because the
 * application reads its configuration while it starts.
 */
@QuarkusMain
public final class Main {

  /** The results of a command go to stdout, so nothing else may go there. */
  private static final Map<String, String> QUIET =
      Map.ofEntries(
          entry("lecture.roles", Role.NONE),
          entry("quarkus.http.host-enabled", "false"),
          entry("quarkus.management.host-enabled", "false"),
          entry("quarkus.datasource.active", "false"),
          entry("quarkus.hibernate-orm.active", "false"),
          entry("quarkus.flyway.active", "false"),
          entry("lecture.database.migrate-at-start", "false"),
          entry("quarkus.banner.enabled", "false"),
          entry("quarkus.log.console.stderr", "true"),
          entry("quarkus.log.console.level", "WARN"),
          // The schema commands say in one line what Flyway logs in several.
          entry("quarkus.log.category.\"org.flywaydb\".level", "OFF"));

  public static void main(String... args) {
    var arguments = Arguments.of(args);
    if (arguments.serves()) {
      if (!arguments.roles().isEmpty()) {
        System.setProperty("lecture.roles", arguments.roles());
      }
      try {
        LocalDatabase.startUnlessConfigured();
        AwaitDatabase.beforeStart(System.err::println);
      } catch (Problem problem) {
        System.err.println("error: " + problem.detail());
        System.exit(1);
      }
    } else if (arguments.changesSchema() && !ImageMode.current().isNativeImage()) {
      // On the JVM, starting the application takes longer than most of these commands run.
      System.exit(DatabaseCommandLine.run(args));
    } else {
      QUIET.forEach(System::setProperty);
    }
    Quarkus.run(CommandLineApplication.class, Main::end, args);
  }

  /** Says why the start failed, in one line if the cause is known, and exits as Quarkus does. */
  private static void end(int exitCode, Throwable failure) {
    if (failure != null) {
      StartFailure.report(failure);
    }
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
  }
}
