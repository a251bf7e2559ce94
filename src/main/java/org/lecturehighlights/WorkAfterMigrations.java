package org.lecturehighlights;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.engine.StartGate;

/**
 * A worker of a new version may start before its migrations have been applied, for instance by a
 * Kubernetes Job; on the old schema its work would fail.
 */
@Singleton
class WorkAfterMigrations implements StartGate {
  /** A provider, because the commands without a database switch the data source off. */
  private final Instance<DataSource> database;

  private final MigrationScripts scripts = MigrationScripts.ofApplication();

  WorkAfterMigrations(Instance<DataSource> database) {
    this.database = database;
  }

  @Override
  public boolean holds() {
    try (Connection connection = database.get().getConnection()) {
      return SchemaState.of(scripts, connection).pending().isEmpty();
    } catch (SQLException away) {
      return false;
    }
  }

  @Override
  public String awaited() {
    return "the migrations of this version";
  }
}
