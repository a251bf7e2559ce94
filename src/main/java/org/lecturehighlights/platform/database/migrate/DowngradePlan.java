package org.lecturehighlights.platform.database.migrate;

import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.lecturehighlights.platform.database.history.HistoryRow;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.Revisions;
import org.lecturehighlights.platform.database.script.ScriptTransactions;
import org.lecturehighlights.platform.problem.Problem;

/** Finds out what has to be undone, and whether that is possible, before anything is changed. */
final class DowngradePlan {
  private static final Pattern LAST_ONES = Pattern.compile("-\\d{1,9}");

  /**
   * One migration to undo.
   *
   * @param row its row in the history
   * @param script the resource that undoes it
   */
  record Step(Migration migration, HistoryRow row, String script) {}

  private DowngradePlan() {}

  /**
   * The steps in the order in which they are undone, the reverse of that in which they were
   * applied.
   */
  static List<Step> of(SchemaState state, String target, MigrationScripts scripts) {
    List<Step> steps = rows(state, target).stream().map(row -> step(row, state)).toList();
    steps.forEach(step -> ScriptTransactions.check(scripts, step.script()));
    if (steps.size() > 1) {
      steps.stream()
          .filter(step -> !ScriptTransactions.inTransaction(scripts, step.script()))
          .findFirst()
          .ifPresent(step -> {
            throw refusedWithOthers(step, steps);
          });
    }
    return steps;
  }

  private static Problem refusedWithOthers(Step outside, List<Step> steps) {
    int place = steps.indexOf(outside);
    String first =
        place == 0 ? "" : "first 'db downgrade %s', then ".formatted(outside.migration().version());
    return Failures.refused(
        "Revision %s is undone outside a transaction (%s), which must be a step of its own: %s'db downgrade -1', then this downgrade again. Nothing was changed"
            .formatted(outside.migration().version(), outside.script(), first));
  }

  private static List<HistoryRow> rows(SchemaState state, String target) {
    List<HistoryRow> latestFirst = state.history().applied().reversed();
    if (LAST_ONES.matcher(target).matches()) {
      int steps = Integer.parseInt(target.substring(1));
      if (steps > latestFirst.size()) {
        throw Revisions.tooFar(target);
      }
      return latestFirst.subList(0, steps);
    }
    int point = new Revisions(state.scripts()).point(target, state.point());
    if (point == 0) {
      return latestFirst;
    }
    String version = state.scripts().get(point - 1).version();
    if (point > state.point()) {
      throw Failures.refused(
          "Revision %s is not applied, and a downgrade cannot apply it: use 'db upgrade'"
              .formatted(version));
    }
    var lowest = MigrationVersion.fromVersion(version);
    return latestFirst.stream().filter(row -> version(row).compareTo(lowest) > 0).toList();
  }

  private static Step step(HistoryRow row, SchemaState state) {
    String version = version(row).getVersion();
    return state.scripts().stream()
        .filter(migration -> migration.version().equals(version))
        .findFirst()
        .map(migration -> new Step(migration, row, undoScript(migration)))
        .orElseThrow(() -> Revisions.unknown(version));
  }

  /**
   * The resource that undoes a migration.
   *
   * @throws org.lecturehighlights.platform.problem.Problem MIGRATION_REFUSED if it cannot be undone
   */
  static String undoScript(Migration migration) {
    migration
        .irreversibleReason()
        .ifPresent(reason -> {
          throw Failures.refused(
              "Revision %s is irreversible: %s".formatted(migration.version(), reason));
        });
    return migration
        .downResource()
        .orElseThrow(() ->
            Failures.refused(
                "Revision %s cannot be undone: there is no db/undo/%s. Nothing was changed"
                    .formatted(migration.version(), migration.downName())));
  }

  private static MigrationVersion version(HistoryRow row) {
    return MigrationVersion.fromVersion(String.valueOf(row.version()));
  }
}
