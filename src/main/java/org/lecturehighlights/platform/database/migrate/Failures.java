package org.lecturehighlights.platform.database.migrate;

import java.sql.SQLException;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Turns failures of our own statements into problems. */
final class Failures {
  private Failures() {}

  static Problem of(String what, SQLException why) {
    return Problem.of(
        ProblemKind.MIGRATION_REFUSED, what + ": " + DirectDatabase.serverMessage(why), why);
  }

  static Problem refused(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
