package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.fingerprint.SchemaDifference;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.statement.SqlStatement;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Whether database, scripts and code agree on one schema.
 *
 * @param history how scripts and the database's history contradict each other
 * @param drift how the database differs from the schema that the scripts make
 * @param missing the statements that the code needs and no script has
 */
public record SchemaCheck(List<String> history, List<String> drift, List<String> missing) {

  /**
   * Compares all three.
   *
   * @param live scratch databases are made on its server
   * @param resources the directory that contains {@code db}
   * @throws Problem MIGRATION_REFUSED if the database is not at head; NOT_IMPLEMENTED in a package
   */
  public static SchemaCheck of(DatabaseUrl live, Path resources, DesiredSchema desired)
      throws IOException, SQLException {
    if (!DevelopmentTools.areAvailable()) {
      throw DevelopmentTools.missing();
    }
    var migrated = new MigratedSchema(resources);
    migrated.requireHeadOf(live);
    try (ScratchDatabase present = ScratchDatabase.onServerOf(live);
        ScratchDatabase wanted = ScratchDatabase.onServerOf(live)) {
      migrated.createIn(present);
      desired.createIn(wanted);
      List<String> drift = SchemaDifference.between(fingerprint(present.url()), fingerprint(live));
      List<String> missing =
          SchemaScript.between(present.url(), wanted.url()).up().stream()
              .map(SqlStatement::text)
              .map(text -> text.replaceAll("\\s+", " ") + ";")
              .toList();
      return new SchemaCheck(migrated.contradictions(live), drift, missing);
    }
  }

  private static String fingerprint(DatabaseUrl url) throws SQLException {
    try (Connection connection = ScratchDatabase.connect(url)) {
      return SchemaFingerprint.of(connection);
    }
  }

  public boolean passed() {
    return history.isEmpty() && drift.isEmpty() && missing.isEmpty();
  }

  /** One line, in Alembic's words. */
  public String verdict() {
    if (passed()) {
      return "No new upgrade operations detected.";
    }
    return missing.isEmpty()
        ? "Database, history and scripts contradict each other"
        : "New upgrade operations detected: " + missing;
  }

  /** The differences as lines for people to read, under headings. */
  public List<String> details() {
    return Stream.of(
            section("The history does not match the scripts:", history),
            section("The database differs from what the scripts make:", drift),
            section("The code needs these statements, but no script has them:", missing))
        .flatMap(section -> section)
        .toList();
  }

  private static Stream<String> section(String heading, List<String> lines) {
    return lines.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of(heading), lines.stream().map(line -> "  " + line));
  }
}
