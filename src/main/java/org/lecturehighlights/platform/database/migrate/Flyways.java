package org.lecturehighlights.platform.database.migrate;

import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** Flyway, configured for the commands. */
final class Flyways {
  /** How long a statement waits for a table before it fails, and the migration with it. */
  static final String LOCK_TIMEOUT = "5s";

  private Flyways() {}

  /** A Flyway whose runs hold the lock of migrations from beginning to end. */
  static FluentConfiguration of(
      DirectDatabase database, MigrationScripts scripts, Duration lockWait) {
    FluentConfiguration flyway =
        Flyway.configure(Flyways.class.getClassLoader())
            .dataSource(new LockedSource(database, lockWait))
            .resourceProvider(new ScriptResources(scripts))
            .javaMigrationClassProvider((ClassProvider<JavaMigration>) List::of)
            .validateMigrationNaming(true)
            .placeholderReplacement(false)
            // A statement that waits for a table makes all later ones wait too, even readers. A
            // script that must wait longer, as for CREATE INDEX CONCURRENTLY, sets its own limit.
            .initSql("SET lock_timeout = '%s'".formatted(LOCK_TIMEOUT))
            .cleanDisabled(true);
    // A transaction that holds the lock would make CREATE INDEX CONCURRENTLY wait for ever.
    flyway
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
  }
}
