package org.lecturehighlights.platform.database.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** Which of the scripts a database has. */
public record SchemaState(List<Migration> scripts, History history) {

  public static SchemaState of(MigrationScripts scripts, Connection connection)
      throws SQLException {
    return new SchemaState(scripts.all(), History.of(connection));
  }

  /** The highest version that is applied. */
  public Optional<String> current() {
    return history.current();
  }

  /** The number of scripts whose versions are not higher than the current one. */
  public int point() {
    return current()
        .map(MigrationVersion::fromVersion)
        .map(current ->
            (int)
                scripts.stream()
                    .filter(script ->
                        MigrationVersion.fromVersion(script.version()).compareTo(current) <= 0)
                    .count())
        .orElse(0);
  }

  /** Scripts that are not applied, below or above the current version. */
  public List<Migration> pending() {
    Set<String> applied = appliedVersions();
    return scripts.stream().filter(script -> !applied.contains(script.version())).toList();
  }

  /** Applied versions that have no script here: the database is ahead of this package. */
  public List<String> unknown() {
    Set<String> known =
        scripts.stream().map(Migration::version).collect(Collectors.toUnmodifiableSet());
    return history.applied().stream()
        .map(row -> normal(row))
        .filter(version -> !known.contains(version))
        .toList();
  }

  /** Whether exactly the migrations that this package knows are applied. */
  public boolean isAtHead() {
    return pending().isEmpty() && unknown().isEmpty();
  }

  private Set<String> appliedVersions() {
    return history.applied().stream().map(SchemaState::normal).collect(Collectors.toSet());
  }

  private static String normal(HistoryRow row) {
    return MigrationVersion.fromVersion(String.valueOf(row.version())).getVersion();
  }
}
