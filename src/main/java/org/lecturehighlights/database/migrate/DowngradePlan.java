package org.lecturehighlights.database.migrate;

import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.lecturehighlights.database.history.HistoryRow;
import org.lecturehighlights.database.history.SchemaState;
import org.lecturehighlights.database.script.Migration;
import org.lecturehighlights.database.script.Revisions;

/** What has to be undone, and whether it can be, before anything is touched. */
final class DowngradePlan {
  private static final Pattern LAST_ONES = Pattern.compile("-\\d{1,9}");

  /**
   * One migration to undo.
   *
   * @param row where it was applied
   * @param script the resource that undoes it
   */
  record Step(Migration migration, HistoryRow row, String script) {}

  private DowngradePlan() {}

  /** In the order in which to undo: the reverse of that in which they were applied. */
  static List<Step> of(SchemaState state, String target) {
    return rows(state, target).stream().map(row -> step(row, state)).toList();
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
          "Revision %s is not applied: a downgrade goes down only".formatted(version));
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
   * @throws org.lecturehighlights.problem.Problem MIGRATION_REFUSED if it cannot be undone
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
                "Revision %s cannot be undone: there is no db/undo/%s; nothing was changed"
                    .formatted(migration.version(), migration.downName())));
  }

  private static MigrationVersion version(HistoryRow row) {
    return MigrationVersion.fromVersion(String.valueOf(row.version()));
  }
}
