package org.lecturehighlights.platform.database.script;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The names of points between migrations, as Alembic reads them: {@code base}, {@code head}, {@code
 * current}, a version, an Alembic revision or its first characters, each optionally followed by
 * {@code +N} or {@code -N}, or one of these two alone. A point is the number of migrations before
 * it: 0 is base.
 */
public final class Revisions {
  private static final Pattern RELATIVE = Pattern.compile("(.*?)([+-]\\d{1,9})");

  private final List<Migration> migrations;

  public Revisions(List<Migration> migrations) {
    this.migrations = migrations;
  }

  /**
   * The point of a name.
   *
   * @param current the point that a relative name without a revision starts at
   * @throws Problem MIGRATION_REFUSED if there is no such point
   */
  public int point(String name, int current) {
    var relative = RELATIVE.matcher(name);
    if (!relative.matches() || isKnown(name)) {
      return named(name, current);
    }
    String from = relative.group(1);
    int steps = Integer.parseInt(relative.group(2));
    int point = (from.isEmpty() ? current : named(from, current)) + steps;
    if (point < 0 || point > migrations.size()) {
      throw tooFar(relative.group(2));
    }
    return point;
  }

  /** Refuses a relative name, in Alembic's words. */
  public static Problem tooFar(String steps) {
    return refused(
        "Relative revision %s didn't produce %s migrations".formatted(steps, steps.substring(1)));
  }

  /** Refuses an unknown name, in Alembic's words. */
  public static Problem unknown(String name) {
    return refused("Can't locate revision identified by '%s'".formatted(name));
  }

  private boolean isKnown(String name) {
    return migrations.stream().anyMatch(migration -> migration.version().equals(name));
  }

  private int named(String name, int current) {
    return switch (name) {
      case "base" -> 0;
      case "head", "heads" -> migrations.size();
      case "current" -> current;
      default -> after(name);
    };
  }

  private int after(String name) {
    List<Integer> exact =
        points(migration ->
            migration.version().equals(name)
                || migration.alembicId().filter(name::equals).isPresent());
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    List<Integer> beginning =
        name.isEmpty()
            ? List.of()
            : points(
                migration -> migration.alembicId().filter(id -> id.startsWith(name)).isPresent());
    if (beginning.isEmpty()) {
      throw unknown(name);
    }
    if (beginning.size() > 1) {
      throw refused("Multiple revisions start with '%s'".formatted(name));
    }
    return beginning.getFirst();
  }

  private List<Integer> points(Predicate<Migration> which) {
    return IntStream.range(0, migrations.size())
        .filter(i -> which.test(migrations.get(i)))
        .map(i -> i + 1)
        .boxed()
        .toList();
  }

  private static Problem refused(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
