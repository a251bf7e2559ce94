package org.lecturehighlights.platform.database.migrate;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lecturehighlights.platform.database.history.MigrationLock;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.database.script.Revisions;
import org.lecturehighlights.platform.database.script.ScriptTransactions;
import org.lecturehighlights.platform.problem.Problem;

/**
 * A migration as one SQL script for somebody else to run, with the rows that Flyway would have
 * written; for the schema {@code public}. Needs no database.
 */
public final class OfflineScript {
  /** As PostgreSQLDatabase of Flyway 12 creates it. */
  private static final String HISTORY =
      """
      CREATE TABLE IF NOT EXISTS "public"."flyway_schema_history" (
          "installed_rank" INT NOT NULL,
          "version" VARCHAR(50),
          "description" VARCHAR(200) NOT NULL,
          "type" VARCHAR(20) NOT NULL,
          "script" VARCHAR(1000) NOT NULL,
          "checksum" INTEGER,
          "installed_by" VARCHAR(100) NOT NULL,
          "installed_on" TIMESTAMP NOT NULL DEFAULT now(),
          "execution_time" INTEGER NOT NULL,
          "success" BOOLEAN NOT NULL,
          CONSTRAINT "flyway_schema_history_pk" PRIMARY KEY ("installed_rank")
      );
      CREATE INDEX IF NOT EXISTS "flyway_schema_history_s_idx"
          ON "public"."flyway_schema_history" ("success");
      """;

  private static final long KEY = MigrationLock.key("public");

  private static final String SESSION_LOCK =
      """
      -- Not all of this runs in a transaction: stop at the first error, as
      -- 'psql -v ON_ERROR_STOP=1' does. The lock keeps out Flyway and every other migration.
      SELECT pg_advisory_lock(%d);

      """
          .formatted(KEY);

  private static final String SESSION_UNLOCK = "\nSELECT pg_advisory_unlock(%d);\n".formatted(KEY);

  private final MigrationScripts scripts;

  public OfflineScript(MigrationScripts scripts) {
    this.scripts = scripts;
  }

  /**
   * The script of an upgrade.
   *
   * @param range {@code from:to}, or a target, which is then reached from the base
   * @throws Problem MIGRATION_REFUSED if a name is unknown or the target is below the start
   */
  public String upgrade(String range) {
    int colon = range.indexOf(':');
    int from = colon < 0 ? 0 : point(range.substring(0, colon), "base", 0);
    int to = point(range.substring(colon + 1), "head", from);
    return script(
        scripts.all().subList(Math.min(from, to), to),
        from == 0 ? HISTORY : "",
        Progress::upgrade,
        Migration::upResource,
        migration -> row(migration, "SQL", migration.upName()));
  }

  /**
   * The script of a downgrade.
   *
   * @param range {@code from:to}
   * @throws Problem MIGRATION_REFUSED as for an upgrade, and if a step cannot be undone
   */
  public String downgrade(String range) {
    int colon = range.indexOf(':');
    if (colon < 0) {
      throw Failures.refused("downgrade with --sql requires <fromrev>:<torev>");
    }
    int from = point(range.substring(0, colon), "head", 0);
    int to = point(range.substring(colon + 1), "base", from);
    return script(
        scripts.all().subList(Math.min(from, to), from).reversed(),
        "",
        Progress::downgrade,
        DowngradePlan::undoScript,
        migration -> row(migration, "DELETE", migration.downName()));
  }

  private String script(
      List<Migration> steps,
      String before,
      BiFunction<List<Migration>, Migration, String> title,
      Function<Migration, String> resource,
      Function<Migration, String> row) {
    steps.forEach(step -> ScriptTransactions.check(scripts, resource.apply(step)));
    boolean whole =
        steps.stream()
            .allMatch(step -> ScriptTransactions.inTransaction(scripts, resource.apply(step)));
    var script = new StringBuilder(whole ? "" : SESSION_LOCK).append("BEGIN;\n\n");
    if (whole) {
      script.append("-- Keeps out Flyway and every other migration.\n");
      script.append("SELECT pg_advisory_xact_lock(" + KEY + ");\n\n");
    }
    script.append(before).append(before.isEmpty() ? "" : "\n");
    for (Migration step : steps) {
      script.append("-- ").append(title.apply(scripts.all(), step)).append("\n\n");
      script.append(body(resource.apply(step)));
      script.append(row.apply(step)).append('\n');
    }
    return script.append("COMMIT;\n").append(whole ? "" : SESSION_UNLOCK).toString();
  }

  private String body(String resource) {
    String text = scripts.text(resource).strip();
    String body = text + (text.endsWith(";") ? "\n\n" : "\n;\n\n");
    return ScriptTransactions.inTransaction(scripts, resource)
        ? body
        : "COMMIT;\n\n-- Outside a transaction: if this fails, stop here.\n" + body + "BEGIN;\n\n";
  }

  private String row(Migration migration, String type, String script) {
    return """
    INSERT INTO "public"."flyway_schema_history"
        ("installed_rank", "version", "description", "type", "script", "checksum",
         "installed_by", "execution_time", "success")
    SELECT coalesce(max("installed_rank"), 0) + 1, '%s', '%s', '%s', '%s', %d, current_user, 0, true
    FROM "public"."flyway_schema_history";
    """
        .formatted(
            quoted(migration.version()),
            quoted(migration.description()),
            type,
            quoted(script),
            ScriptResources.checksum(scripts, migration));
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }

  private int point(String name, String otherwise, int current) {
    return new Revisions(scripts.all()).point(name.isEmpty() ? otherwise : name, current);
  }
}
