package org.lecturehighlights.platform.database.diff;

import io.quarkus.runtime.ImageMode;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Whether the comparison of schemas is available, which is the case only in development and CI. */
final class DevelopmentTools {
  /**
   * The constant false in a native image, so that the classes that need the comparison are never
   * linked there.
   */
  private static final boolean AVAILABLE =
      ImageMode.current() == ImageMode.JVM && isPresent("org.pgcodekeeper.core.PgDiff");

  private DevelopmentTools() {}

  static boolean areAvailable() {
    return AVAILABLE;
  }

  static Problem missing() {
    return Problem.of(
        ProblemKind.NOT_IMPLEMENTED,
        "This package cannot compare schemas: in a checkout, run ./mvnw -q compile exec:java"
            + " -Dexec.args=\"check\" (or \"revision --autogenerate -m …\")");
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, DevelopmentTools.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
