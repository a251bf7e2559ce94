package org.lecturehighlights;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;

/** Tells the operator why the application did not start. */
final class StartFailure {
  private static final Logger LOG = Logger.getLogger(StartFailure.class);

  private StartFailure() {}

  /** One line on stderr for what an operator can fix; for anything else, all details in the log. */
  static void report(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line = line(cause);
      if (line != null) {
        System.err.println("error: " + line);
        LOG.debug("The application did not start", failure);
        return;
      }
    }
    LOG.error("The application did not start", failure);
  }

  private static @Nullable String line(Throwable cause) {
    return switch (cause) {
      case Problem problem -> problem.detail();
      case QuarkusBindException taken ->
          "Port " + taken.getPort() + " is in use: set QUARKUS_HTTP_PORT to another";
      case SQLException refused -> "The database cannot be used: " + firstLine(refused);
      case PreventFurtherStepsException told -> firstLine(told);
      default -> null;
    };
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
